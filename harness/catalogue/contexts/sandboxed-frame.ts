import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';

/** A document in a frame sandboxed without `allow-same-origin`: an opaque origin, yet 'self' is that of its response. */
export default {
  name: 'sandboxed-frame',
  title: 'framed document, sandboxed',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'sandboxed',
  global: 'window',
  opened: 'framed',
  own: 'document',
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, body, listen }) {
    listen(window);
    embed(body, { src: own }, 'allow-scripts');
  },
} satisfies ContextInPage;
