import type { Rule } from '../rule.ts';
import { capital, namePolicy, quote } from '../words.ts';

const rule: Rule = {
  id: 'decided-by',
  asks: 'Which policy and which directive blocked it, and at which hop?',
  find({ blocking, browsers, hop, url }) {
    if (browsers.by !== 'csp') return null;
    const when =
      hop === 0 ? 'before anything leaves' : `at redirect ${hop}, after the hops before it have left`;
    return blocking.map(({ policy, directive, sources }) => {
      const why =
        sources.length === 0 ? 'has no sources' : `has no source that matches: ${quote(sources.join(' '))}`;
      return {
        says: `${capital(namePolicy(policy))} blocks ${quote(url)}, ${when}: its ${quote(directive)} ${why}.`,
      };
    });
  },
};
export default rule;
