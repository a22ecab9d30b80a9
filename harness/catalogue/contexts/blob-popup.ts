import type { ContextData, ContextInPage } from '../context.ts';
import { documentBlob } from '../support/local-urls.ts';
import { openPopup } from '../support/windows.ts';

/** A `blob:` URL in a window of its own: a clone of its opener's policies. */
export default {
  name: 'blob-popup',
  title: 'blob: popup',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'blob-popup',
  global: 'window',
  opened: 'framed',
  opensWindow: true,
} satisfies ContextData;

export const inPage = {
  create({ markup, listen }) {
    listen(window);
    openPopup(documentBlob(markup));
  },
} satisfies ContextInPage;
