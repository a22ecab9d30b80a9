import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';

/** A document that its creator is redirected to: the policies of the response that it is, and not of the one that redirects. */
export default {
  name: 'moved-frame',
  title: 'framed document, reached by a redirect',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  own: 'document',
  moved: true,
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, body, listen }) {
    listen(window);
    embed(body, { src: own });
  },
} satisfies ContextInPage;
