import type { ContextData, ContextInPage } from '../context.ts';
import { documentBlob } from '../support/local-urls.ts';
import { embedObject } from '../support/windows.ts';

/** An `<object>` with a `blob:` URL: a clone of the policies of its parent. */
export default {
  name: 'blob-object',
  title: 'blob: document in an object element',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'blob-frame',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'object', url: 'blob:' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    embedObject(body, documentBlob(markup));
  },
} satisfies ContextInPage;
