import type { ContextData, ContextInPage } from '../context.ts';
import { openKept } from '../support/windows.ts';

/**
 * A document that the browser keeps in its back/forward cache while another one is shown, and takes out of it again: the same
 * document, under the same policies. It has a window with no opener, since browsers keep no other, and speaks by a channel.
 */
export default {
  name: 'bfcache-document',
  title: 'document out of the back/forward cache',
  spec: 'HTML#reactivate-a-document',
  kind: 'document',
  global: 'window',
  opened: 'framed',
  opensWindow: true,
  own: 'document',
  returns: true,
} satisfies ContextData;

export const inPage = {
  create({ own, listen }) {
    openKept(own, listen);
  },
} satisfies ContextInPage;
