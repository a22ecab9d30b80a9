import type { ContextData, ContextInPage } from '../context.ts';
import { documentData } from '../support/local-urls.ts';
import { embedObject } from '../support/windows.ts';

/** An `<object>` with a `data:` URL: a clone of its parent's policies and their 'self' in an opaque origin. */
export default {
  name: 'data-object',
  title: 'data: document in an object element',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'data-frame',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'object', url: 'data:' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    embedObject(body, documentData(markup));
  },
} satisfies ContextInPage;
