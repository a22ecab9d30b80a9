import type { MetaElement } from '../spec/explain.ts';

/** One way in which the metas of a document get to where they stand. */
interface MetaPlacement {
  /** What inline script of the document does: it puts the metas there, or changes those that are there; absent without any. */
  script?: 'puts' | 'changes';
  /** What is not plain about the element when it is inserted: only then is it looked at (HTML#pragma-directives). */
  inserted?: Partial<Exclude<MetaElement, string>>;
  /** It is inserted twice, and each time its policy is enforced. */
  twice?: true;
  /** The method of elements that script needs; not every browser has it. */
  needs?: string;
}

const placements = {
  /** In head, by the parser. */
  head: {},
  /** In body. */
  body: { inserted: { parent: 'body' } },
  /** In head, once the connections are opened. */
  late: { script: 'puts' },
  /** In head, and taken away again. */
  removed: { script: 'changes' },
  /** In head, and its content taken away. */
  emptied: { script: 'changes' },
  /** In head, by script. */
  script: { script: 'puts' },
  /** In another element in head. */
  nested: { script: 'puts', inserted: { parent: 'div' } },
  /** In a head element that is not the document's first. */
  'second-head': { script: 'puts' },
  /** In head without a content, which it is given then. */
  filled: { script: 'puts', inserted: { content: '' } },
  /** In head without an `http-equiv`, which it is given then. */
  named: { script: 'puts', inserted: { httpEquiv: '' } },
  /** In head, and inserted there once more. */
  reinserted: { script: 'changes', twice: true },
  /** In a head element in a shadow tree: that is not in the document tree. */
  shadow: { script: 'puts', inserted: { parent: 'head in a shadow tree' } },
  /** Inserted outside head, and moved into it by a method that inserts nothing (DOM#concept-node-move-ext). */
  moved: { script: 'puts', inserted: { parent: 'html' }, needs: 'moveBefore' },
} as const satisfies Record<string, MetaPlacement>;

/** Where and when the metas of a document stand. */
export type MetaPlacementName = keyof typeof placements;

/** Every way in which metas get to where they stand. */
export const metaPlacements: Readonly<Record<MetaPlacementName, MetaPlacement>> = placements;

/** Their names; the first is the default. */
export const metaPlacementNames = Object.keys(placements) as [MetaPlacementName, ...MetaPlacementName[]];
