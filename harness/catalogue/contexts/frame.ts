import type { ContextData } from '../context.ts';

/** A document from the network in an `<iframe>` of a page without policy. */
export default {
  name: 'frame',
  title: 'framed document',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
} satisfies ContextData;
