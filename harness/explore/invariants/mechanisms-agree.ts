import type { Invariant } from '../invariant.ts';
import { isOut, isTold } from '../look.ts';

/** Their requests differ in nothing that a policy asks about; mixed content and upgrades are the same for both. */
const alike = ['fetch', 'XMLHttpRequest'];

export default {
  id: 'mechanisms-of-one-kind-agree',
  states: 'fetch() and XMLHttpRequest are let out alike.',
  spec: 'CSP#connect-src-pre-request',
  variants: (document) => [{ ...document, by: alike }],
  broken(_base, [both = []]) {
    const [first, second] = alike.map(
      (name) => new Map(both.filter(({ mechanism }) => mechanism === name).map((seen) => [key(seen), seen])),
    );
    return [...(first ?? [])].flatMap(([target, one]) => {
      const other = second?.get(target);
      return other && isTold(one) && isTold(other) && isOut(one) !== isOut(other) ? [one] : [];
    });
  },
} satisfies Invariant;

const key = ({ target }: { target: object }): string => JSON.stringify(target);
