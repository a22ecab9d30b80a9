import type { ContextData, ContextInPage } from '../context.ts';
import { embed, fill, keepsInitialDocument } from '../support/windows.ts';

/** The initial about:blank of a frame, filled by script: a clone of its creator's policies. */
export default {
  name: 'about-blank',
  title: 'initial about:blank frame',
  spec: 'HTML#creating-a-new-browsing-context',
  kind: 'about-blank',
  global: 'window',
  opened: 'framed',
} satisfies ContextData;

export const inPage = {
  detect: keepsInitialDocument,
  create({ markup, body, listen }) {
    listen(window);
    fill(embed(body, {}).contentDocument as Document, markup);
  },
} satisfies ContextInPage;
