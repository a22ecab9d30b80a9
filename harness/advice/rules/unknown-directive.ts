import { directivesOf } from '../policy-text.ts';
import type { Rule } from '../rule.ts';
import { capital, namePolicy, quote } from '../words.ts';

/** What people write for `connect-src`. */
const misspelt =
  /^(connect[_.]?src|connect-?(source|sources|srcs)|conn?ects?-src|connection-src|xhr-src|websocket-src)$/;

const rule: Rule = {
  id: 'unknown-directive',
  asks: 'The policy has the source: why is it not asked?',
  find({ policies }) {
    return policies.flatMap((policy) =>
      [...directivesOf(policy.text).keys()]
        .filter((name) => name !== 'connect-src' && misspelt.test(name))
        .map((name) => ({
          says: `${capital(namePolicy(policy))} has a directive ${quote(name)}, which does not exist and does nothing. The name is \`connect-src\`.`,
        })),
    );
  },
};
export default rule;
