import type { ContextData, ContextInPage } from '../context.ts';
import { documentData } from '../support/local-urls.ts';
import { embedAndReturn } from '../support/windows.ts';

/** A `data:` document, left and come back to: the policies that its entry in the history kept, those of its first visit. */
export default {
  name: 'restored-data-frame',
  title: 'data: frame, come back to through the history',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'data-frame',
  global: 'window',
  // Frames of one page share its history, and each might lead another back.
  opened: 'top-level',
  loads: [
    { by: 'creator', destination: 'iframe', url: 'data:' },
    { by: 'creator', destination: 'iframe', url: 'agent' },
  ],
} satisfies ContextData;

export const inPage = {
  create({ markup, agent, body, listen, late }) {
    listen(window);
    embedAndReturn(body, { src: documentData(markup) }, agent, late);
  },
} satisfies ContextInPage;
