import type { DocumentSource } from '../plan/scenario.ts';
import type { FacetName } from '../results/verdict.ts';
import { type Explored, playable } from './document.ts';
import { connectionKey, isTold, type Seen } from './look.ts';

/**
 * A statement that is true whatever the details of the specification: it compares a document with variants of it, in one
 * browser, and asks no oracle.
 */
export interface Invariant {
  id: string;
  /** In one sentence. */
  states: string;
  /** The step of a specification that it follows from. */
  spec: string;
  /** The documents to compare with; none where the invariant says nothing about this document. */
  variants(document: Explored): Explored[];
  /** The sides, beside enforcement, whose deviation from the specification explains that a connection breaks it. */
  explainedBy?: readonly FacetName[];
  /**
   * Which connections of the document break it.
   *
   * @param base what was seen of the document
   * @param variants what was seen of each variant, in their order
   */
  broken(base: readonly Seen[], variants: readonly (readonly Seen[])[]): Seen[];
}

/** What an invariant compares a document with; nothing where a variant cannot be played, and leaves nothing to compare with. */
export function variantsOf(invariant: Invariant, document: Explored): Explored[] {
  const variants = invariant.variants(document);
  return variants.every(playable) ? variants : [];
}

/** Those of `base` about whose like in `other` this is true; what either browser run could not tell is left out. */
export function whereLike(
  base: readonly Seen[],
  other: readonly Seen[],
  is: (one: Seen, like: Seen) => boolean,
): Seen[] {
  const likes = new Map(other.map((seen) => [connectionKey(seen), seen]));
  return base.filter((one) => {
    const like = likes.get(connectionKey(one));
    return like !== undefined && isTold(one) && isTold(like) && is(one, like);
  });
}

/** The text of every policy that is enforced, changed; the creator's too. */
export function withPolicies(document: Explored, change: (text: string) => string): Explored {
  const { creator } = document;
  const changed = ({ policy, meta }: Pick<DocumentSource, 'policy' | 'meta'>) => ({
    ...(policy !== undefined && { policy: [policy].flat().map(change) }),
    ...(meta !== undefined && { meta: [meta].flat().map(change) }),
  });
  return {
    ...document,
    ...changed(document),
    ...(creator && { creator: { ...creator, ...changed(creator) } }),
  };
}

/** The same document, unless the variant is the same text: then there is nothing to compare. */
export const unlessSame = (document: Explored, variant: Explored): Explored[] =>
  JSON.stringify(document) === JSON.stringify(variant) ? [] : [variant];

/** The directives of a policy's text. A comma ends a policy of a header. */
export const directivesOf = (text: string): string[] =>
  text
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '');
