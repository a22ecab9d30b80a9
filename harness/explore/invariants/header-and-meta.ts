import { mechanismNamed } from '../../catalogue/registry.ts';
import { type Invariant, whereLike } from '../invariant.ts';
import { isOut } from '../look.ts';

/**
 * A meta element's policy is parsed as a header's one is. A comma is left out, which splits a header and no meta, and what
 * is not ASCII, which a header carries as bytes; `sandbox`, which a meta may not have; a document that has both, since their
 * order would change; and whatever a meta comes too late for.
 */
export default {
  id: 'header-and-meta-agree',
  states: 'A policy decides the same in a header and in a meta element.',
  spec: 'HTML#attr-meta-http-equiv-content-security-policy',
  variants({ policy = [], meta = [], ...document }) {
    const movable = (text: string) => /^[\t\x20-\x2b\x2d-\x7e]*$/.test(text) && !/\bsandbox\b/i.test(text);
    if (policy.length + meta.length !== 1 || ![...policy, ...meta].every(movable)) return [];
    // A worker has no markup of its own.
    if (document.context !== undefined && document.context !== 'frame') return [];
    const { by, metaPlacement, metaName } = document;
    const comesFirst = [by].flat().every((name) => mechanismNamed(name)?.metas !== 'none');
    if (!comesFirst || metaPlacement !== undefined || metaName !== undefined) return [];
    return [policy.length === 1 ? { ...document, meta: policy } : { ...document, policy: meta }];
  },
  broken: (base, [variant = []]) => whereLike(base, variant, (one, like) => isOut(one) !== isOut(like)),
} satisfies Invariant;
