import type { ContextData, ContextInPage } from '../context.ts';
import { documentBlob } from '../support/local-urls.ts';
import { embed } from '../support/windows.ts';

/** A frame with a `blob:` URL: a clone of the policies of the document that navigates it. */
export default {
  name: 'blob-frame',
  title: 'blob: frame',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'blob-frame',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'iframe', url: 'blob:' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    embed(body, { src: documentBlob(markup) });
  },
} satisfies ContextInPage;
