import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';

/** A document in a frame sandboxed with `allow-same-origin`, which changes nothing about its policies. */
export default {
  name: 'sandboxed-same-origin-frame',
  title: 'framed document, sandboxed with allow-same-origin',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  own: 'document',
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, body, listen }) {
    listen(window);
    embed(body, { src: own }, 'allow-scripts allow-same-origin');
  },
} satisfies ContextInPage;
