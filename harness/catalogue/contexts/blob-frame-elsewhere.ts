import type { ContextData, ContextInPage } from '../context.ts';
import { documentBlob } from '../support/local-urls.ts';
import { embed } from '../support/windows.ts';

/**
 * A frame whose `blob:` URL was made by a document without policies: the URL is local, and so the policies are those of the
 * document that leads the frame there.
 */
export default {
  name: 'blob-frame-elsewhere',
  title: 'blob: frame, its URL made by another document',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'blob-frame',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'iframe', url: 'blob:' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    // The host page around this document is of the same origin, and has no policies.
    const maker = window.parent as typeof globalThis & Window;
    embed(body, { src: documentBlob(markup, maker) });
  },
} satisfies ContextInPage;
