import { canMatch } from '../policy-text.ts';
import type { Rule } from '../rule.ts';
import { capital, namePolicy, quote, quoteAll } from '../words.ts';

const rule: Rule = {
  id: 'default-src',
  asks: 'There is no connect-src: what decided, and what does adding one lose?',
  find({ objections, effective }) {
    if (effective === null) return null;
    return objections
      .filter(({ directive }) => directive !== effective)
      .map(({ policy, directive, sources }) => {
        const repeated = sources.filter(canMatch);
        const lost =
          repeated.length === 0
            ? 'There is nothing in it that would have to be repeated.'
            : `So it has to repeat what is still needed of ${quoteAll(repeated)}.`;
        return {
          says: `${capital(namePolicy(policy))} has no ${quote(effective)}, so ${quote(directive)} decides in its place, though violations say ${quote(effective)}. A ${quote(effective)} replaces ${quote(directive)} for connections and adds nothing to it. ${lost}`,
        };
      });
  },
};
export default rule;
