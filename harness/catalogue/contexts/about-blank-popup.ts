import type { ContextData, ContextInPage } from '../context.ts';
import { fill, openPopup } from '../support/windows.ts';

/** The initial about:blank of a window that a document opened: a clone of its opener's policies. */
export default {
  name: 'about-blank-popup',
  title: 'about:blank popup',
  spec: 'HTML#creating-a-new-browsing-context',
  kind: 'about-blank-popup',
  global: 'window',
  opened: 'framed',
  opensWindow: true,
} satisfies ContextData;

export const inPage = {
  create({ markup, listen }) {
    listen(window);
    fill(openPopup('').document, markup);
  },
} satisfies ContextInPage;
