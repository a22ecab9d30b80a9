import type { ContextData, ContextInPage } from '../context.ts';
import { openPopup } from '../support/windows.ts';

/** A document from the network in a window that another document opened: only its own policies apply. */
export default {
  name: 'popup',
  title: 'popup',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'document',
  global: 'window',
  opened: 'framed',
  opensWindow: true,
  own: 'document',
} satisfies ContextData;

export const inPage = {
  create({ own, listen }) {
    listen(window);
    openPopup(own);
  },
} satisfies ContextInPage;
