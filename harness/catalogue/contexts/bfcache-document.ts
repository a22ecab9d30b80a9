import { kept, keptInPage } from '../support/kept.ts';

/**
 * A document that the browser keeps in its back/forward cache while another one is shown, and takes out of it again: the same
 * document, under the same policies.
 */
export default /* @__PURE__ */ kept('bfcache-document', 'document out of the back/forward cache');

export const inPage = keptInPage;
