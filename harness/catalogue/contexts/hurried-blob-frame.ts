import type { ContextData, ContextInPage } from '../context.ts';
import { documentBlob } from '../support/local-urls.ts';
import { embed } from '../support/windows.ts';

/** A frame with a `blob:` URL, whose navigator takes on a policy as soon as it has begun: a clone of the policies from before. */
export default {
  name: 'hurried-blob-frame',
  title: 'blob: frame, before its creator takes on another policy',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'blob-frame',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'iframe', url: 'blob:' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen, late }) {
    listen(window);
    embed(body, { src: documentBlob(markup) });
    late();
  },
} satisfies ContextInPage;
