import type { ContextData, ContextInPage } from '../context.ts';
import { documentData } from '../support/local-urls.ts';
import { embed } from '../support/windows.ts';

/** A frame with a `data:` URL: a clone of its navigator's policies and their 'self' in an opaque origin. */
export default {
  name: 'data-frame',
  title: 'data: frame',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'data-frame',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'iframe', url: 'data:' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    embed(body, { src: documentData(markup) });
  },
} satisfies ContextInPage;
