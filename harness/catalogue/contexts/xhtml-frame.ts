import type { ContextData } from '../context.ts';

/** A framed document that the XML parser reads. */
export default {
  name: 'xhtml-frame',
  title: 'framed document in XHTML',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  type: 'application/xhtml+xml',
} satisfies ContextData;
