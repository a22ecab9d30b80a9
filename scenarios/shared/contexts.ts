/** Lists of contexts (harness/catalogue/contexts) that scenarios name, by where their policies come from. */

/** Documents with a response of their own. */
export const networkDocuments = ['document', 'frame', 'nested-frame', 'popup', 'sandboxed-same-origin-frame'];

/** Documents made from local URLs: they have a copy of their creator's policies. */
export const localDocuments = [
  'srcdoc',
  'about-blank',
  'written-frame',
  'blob-frame',
  'data-frame',
  'about-blank-popup',
];

/** Workers whose script came from a server, with its policies. */
export const networkWorkers = ['worker', 'module-worker', 'nested-worker', 'shared-worker'];

/** Workers made from local URLs: they have a copy of their creator's policies. */
export const localWorkers = [
  'blob-worker',
  'blob-module-worker',
  'data-worker',
  'twice-nested-blob-worker',
  'blob-shared-worker',
  'data-shared-worker',
];
