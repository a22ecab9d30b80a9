import { type Invariant, whereLike } from '../invariant.ts';
import { isOut } from '../look.ts';

/** Each policy of the list is asked, and each can only block. */
export default {
  id: 'one-more-policy-never-opens',
  states: 'One more policy never lets more out.',
  spec: 'CSP#should-block-request',
  variants: (document) => [
    { ...document, policy: [...(document.policy ?? []), 'connect-src https://api.test'] },
    { ...document, policy: ['connect-src https:', ...(document.policy ?? [])] },
  ],
  broken: (base, variants) =>
    variants.flatMap((variant) => whereLike(base, variant, (one, like) => !isOut(one) && isOut(like))),
} satisfies Invariant;
