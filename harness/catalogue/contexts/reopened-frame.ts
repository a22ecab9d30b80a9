import type { ContextData, ContextInPage } from '../context.ts';
import { embed, inTurn, write } from '../support/windows.ts';

/** A document from the network that its creator opens and writes anew: it takes over its creator's URL, and keeps its policies. */
export default {
  name: 'reopened-frame',
  title: 'framed document, written anew',
  spec: 'HTML#document-open-steps',
  kind: 'frame',
  url: 'creator',
  global: 'window',
  opened: 'framed',
  own: 'document',
  agentIs: 'brought',
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, markup, body, listen }) {
    listen(window);
    const frame = embed(body, { src: own });
    inTurn(frame, () => write(frame.contentDocument as Document, markup));
  },
} satisfies ContextInPage;
