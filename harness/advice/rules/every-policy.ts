import type { Rule } from '../rule.ts';
import { capital, namePolicy } from '../words.ts';

const rule: Rule = {
  id: 'every-policy',
  asks: 'One of my policies allows it: why is it blocked?',
  find({ blocking, policies }) {
    const blockers = new Set(blocking.map(({ policy }) => policy));
    const others = policies.filter((policy) => policy.in !== 'report-only' && !blockers.has(policy));
    if (blockers.size === 0 || others.length === 0) return null;
    const places = new Set([...blockers, ...others].map(({ in: place }) => place));
    const what = places.size > 1 ? 'A `<meta>` beside a header, like any second policy,' : 'A second policy';
    return {
      says: `${capital(others.map(namePolicy).join(', '))} would let it through, but every policy has to. ${what} only takes away: what is left is what all of them allow.`,
    };
  },
};
export default rule;
