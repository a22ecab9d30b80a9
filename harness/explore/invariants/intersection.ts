import { type Invariant, whereLike } from '../invariant.ts';
import { connectionKey, isOut } from '../look.ts';

/** What two policies let out is what each of them lets out. */
export default {
  id: 'two-policies-are-their-intersection',
  states: 'Two policies let out what each of them alone lets out, and nothing else.',
  spec: 'CSP#should-block-request',
  variants({ policy = [], ...document }) {
    const [first, second, ...others] = policy;
    if (first === undefined || second === undefined || others.length > 0 || document.meta) return [];
    // Upgrading is no check: it changes what the other policy is asked about.
    if (policy.some((text) => /upgrade-insecure-requests/i.test(text))) return [];
    return [
      { ...document, policy: [first] },
      { ...document, policy: [second] },
    ];
  },
  broken(base, [first = [], second = []]) {
    const outOfSecond = new Map(second.map((seen) => [connectionKey(seen), isOut(seen)]));
    return whereLike(base, first, (one, like) => {
      const other = outOfSecond.get(connectionKey(one));
      return other !== undefined && isOut(one) !== (isOut(like) && other);
    });
  },
} satisfies Invariant;
