import type { Rule } from '../rule.ts';
import { capital, namePolicy, quote } from '../words.ts';

const rule: Rule = {
  id: 'second-directive',
  asks: 'The directive is there twice: which of them counts?',
  find({ objections }) {
    return objections.flatMap(({ policy, directive }) => {
      const values = policy.text
        .split(';')
        .map((part) => part.trim().split(/\s+/))
        .filter(([name]) => name?.toLowerCase() === directive)
        .map(([, ...value]) => value.join(' '));
      const [, ...ignored] = values;
      return ignored.map((value) => ({
        says: `${capital(namePolicy(policy))} has ${quote(directive)} more than once. The first counts, and ${quote(value)} is ignored: put all sources into one.`,
      }));
    });
  },
};
export default rule;
