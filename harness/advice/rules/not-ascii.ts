import type { Rule } from '../rule.ts';
import { capital, namePolicy, quote } from '../words.ts';

const rule: Rule = {
  id: 'not-ascii',
  asks: 'Why is a directive without any effect?',
  find({ policies }) {
    return policies.flatMap((policy) =>
      policy.text
        .split(';')
        .filter((directive) => /\P{ASCII}/u.test(directive))
        .map((directive) => ({
          says: `${capital(namePolicy(policy))} has a directive that is dropped whole, because a character in it is outside ASCII: ${quote(directive.trim())}. It neither allows nor blocks anything. Write hosts in their \`xn--\` form, and straight quotes.`,
        })),
    );
  },
};
export default rule;
