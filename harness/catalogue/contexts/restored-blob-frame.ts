import type { ContextData, ContextInPage } from '../context.ts';
import { documentBlob } from '../support/local-urls.ts';
import { embedAndReturn } from '../support/windows.ts';

/** A `blob:` document, left and come back to: the history keeps no policies of it, and those of the document that made its URL count again. */
export default {
  name: 'restored-blob-frame',
  title: 'blob: frame, come back to through the history',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'blob-frame',
  global: 'window',
  // Frames of one page share its history, and each might lead another back.
  opened: 'top-level',
  loads: [
    { by: 'creator', destination: 'iframe', url: 'blob:' },
    { by: 'creator', destination: 'iframe', url: 'agent' },
  ],
} satisfies ContextData;

export const inPage = {
  create({ markup, agent, body, listen, late }) {
    listen(window);
    embedAndReturn(body, { src: documentBlob(markup) }, agent, late);
  },
} satisfies ContextInPage;
