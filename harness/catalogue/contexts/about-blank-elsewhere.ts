import type { ContextData, ContextInPage } from '../context.ts';
import { embed, leadToAboutBlank } from '../support/windows.ts';

/** A frame of a document without policies, which another document leads to `about:blank`: the policies of who leads it there. */
export default {
  name: 'about-blank-elsewhere',
  title: 'about:blank frame, led there by another document than its parent',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'navigated-about-blank',
  global: 'window',
  opened: 'framed',
} satisfies ContextData;

export const inPage = {
  create({ markup, agent }) {
    // The host page around this document is of the same origin, has no policies, and hears its frames.
    leadToAboutBlank(embed(window.parent.document.body, { src: agent }), markup);
  },
} satisfies ContextInPage;
