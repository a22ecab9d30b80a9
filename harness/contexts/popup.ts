import type { Context } from './context.ts';
import { openPopup } from './open-popup.ts';

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
  create({ own, listen }) {
    listen(window);
    openPopup(own);
  },
} satisfies Context;
