import type { ContextData, ContextInPage } from '../context.ts';
import { embed, fill, inTurn } from '../support/windows.ts';

/** The document in which a browser shows a text, filled by its creator: the policies of the response. */
export default {
  name: 'text-frame',
  title: 'a text in a frame',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  own: 'document',
  agentIs: 'brought',
  type: 'text/plain',
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, markup, body, listen }) {
    listen(window);
    const frame = embed(body, { src: own });
    inTurn(frame, () => fill(frame.contentDocument as Document, markup));
  },
} satisfies ContextInPage;
