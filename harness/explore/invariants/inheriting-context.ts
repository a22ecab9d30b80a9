import { type Invariant, whereLike } from '../invariant.ts';
import { isOut } from '../look.ts';

/** A document at a local URL has the policies of its creator, 'self' included: its origin is the creator's. */
export default {
  id: 'an-inheriting-context-agrees',
  states: 'A srcdoc document lets out what its creator does.',
  spec: 'HTML#determining-navigation-params-policy-container',
  variants(document) {
    const { context = 'frame', meta, creator } = document;
    if (context !== 'frame' || meta !== undefined || creator !== undefined) return [];
    // An object URL belongs to the document that makes it, and blob: frames may be kept out by frame-src.
    return [{ ...document, context: 'srcdoc' }];
  },
  broken: (base, [variant = []]) => whereLike(base, variant, (one, like) => isOut(one) !== isOut(like)),
} satisfies Invariant;
