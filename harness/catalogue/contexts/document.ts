import type { ContextData } from '../context.ts';

/** A page the browser was navigated to. */
export default {
  name: 'document',
  title: 'top-level document',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'document',
  global: 'window',
  opened: 'top-level',
} satisfies ContextData;
