import { kept, keptInPage } from '../support/kept.ts';

/**
 * A document that the browser keeps in its back/forward cache while its redirects are answered. What outlives a document is
 * asked for there too, and is still under its policies. What script is told once the document is taken out is not looked at:
 * whether a browser makes up then for what it could not tell before is another question.
 */
export default /* @__PURE__ */ kept(
  'document-in-bfcache',
  'document that is in the back/forward cache when redirects come',
  { leaves: true },
);

export const inPage = keptInPage;
