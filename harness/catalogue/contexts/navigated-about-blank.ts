import type { ContextData, ContextInPage } from '../context.ts';
import { embed, leadToAboutBlank } from '../support/windows.ts';

/** A frame that is led to `about:blank` from another document: a clone of the policies of who leads it there. */
export default {
  name: 'navigated-about-blank',
  title: 'about:blank frame, led there from another document',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'navigated-about-blank',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'iframe', url: 'agent' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, agent, body, listen }) {
    listen(window);
    leadToAboutBlank(embed(body, { src: agent }), markup);
  },
} satisfies ContextInPage;
