import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';

/** A document that is gone before anything it asked for is answered. What outlives it is still under its policies. */
export default {
  name: 'removed-frame',
  title: 'framed document, removed once its connections are opened',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  own: 'document',
  leaves: true,
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, body, listen }) {
    listen(window);
    embed(body, { src: own });
  },
} satisfies ContextInPage;
