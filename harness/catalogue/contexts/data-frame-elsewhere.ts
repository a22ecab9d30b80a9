import type { ContextData, ContextInPage } from '../context.ts';
import { documentData } from '../support/local-urls.ts';

/** A frame of a document without policies, which another document leads to a `data:` URL: the policies of who leads it there. */
export default {
  name: 'data-frame-elsewhere',
  title: 'data: frame, led there by another document than its parent',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'data-frame',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'iframe', url: 'data:' }],
} satisfies ContextData;

export const inPage = {
  create({ markup }) {
    // The host page around this document is of the same origin, has no policies, and hears its frames.
    const { document: host } = window.parent;
    const frame = host.body.appendChild(host.createElement('iframe'));
    const location = documentData(markup);
    Object.assign(frame.contentWindow as object, { location });
  },
} satisfies ContextInPage;
