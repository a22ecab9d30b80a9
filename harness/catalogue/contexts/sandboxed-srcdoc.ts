import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';

/** `<iframe srcdoc sandbox>` without `allow-same-origin`: its parent's policies and their 'self' in an opaque origin. */
export default {
  name: 'sandboxed-srcdoc',
  title: 'srcdoc frame, sandboxed',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'sandboxed-srcdoc',
  global: 'window',
  opened: 'framed',
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    embed(body, { srcdoc: markup }, 'allow-scripts');
  },
} satisfies ContextInPage;
