import type { Context } from './context.ts';
import { fill } from './fill.ts';
import { openPopup } from './open-popup.ts';

/** The initial about:blank of a window that a document opened: a clone of its opener's policies. */
export default {
  name: 'about-blank-popup',
  title: 'about:blank popup',
  spec: 'HTML#creating-a-new-browsing-context',
  kind: 'about-blank-popup',
  global: 'window',
  opened: 'framed',
  opensWindow: true,
  create({ markup, listen }) {
    listen(window);
    fill(openPopup('').document, markup);
  },
} satisfies Context;
