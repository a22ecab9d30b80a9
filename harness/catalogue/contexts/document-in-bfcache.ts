import type { ContextData, ContextInPage } from '../context.ts';
import { openKept } from '../support/windows.ts';

/**
 * A document that the browser keeps in its back/forward cache while its redirects are answered. What outlives a document is
 * asked for there too, and is still under its policies. What script is told once the document is taken out is not looked at:
 * whether a browser makes up then for what it could not tell before is another question.
 */
export default {
  name: 'document-in-bfcache',
  title: 'document that is in the back/forward cache when redirects come',
  spec: 'HTML#reactivate-a-document',
  kind: 'document',
  global: 'window',
  opened: 'framed',
  opensWindow: true,
  own: 'document',
  leaves: true,
  returns: true,
} satisfies ContextData;

export const inPage = {
  create({ own, listen }) {
    openKept(own, listen);
  },
} satisfies ContextInPage;
