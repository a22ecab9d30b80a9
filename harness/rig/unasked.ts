import type { LedgerEntry } from '../../servers/index.ts';
import { documentUrl, ownUrl, withoutQuery } from '../plan/address.ts';
import type { PlannedDocument } from '../plan/plan.ts';

/**
 * Which of the responses that a document is made of the browser never asked for. Of a document that was never heard of,
 * it tells who is to be asked: the browser that did not ask for it, or what came after its answer.
 *
 * @param instance the last segment of the document's URL
 * @param arrived what came to the servers in this run
 */
export function unasked(
  document: PlannedDocument,
  instance: string,
  arrived: readonly Pick<LedgerEntry, 'url'>[],
): string[] {
  const { own, serviceWorker } = document.context;
  const url = documentUrl(document, instance);
  // Behind a service worker there are both: its script, and the page that it answers for.
  const kinds = serviceWorker === undefined ? [own ?? []].flat() : (['script', 'document'] as const);
  const asked = new Set(arrived.map((entry) => withoutQuery(entry.url)));
  return [url, ...kinds.map((kind) => ownUrl(url, kind))].filter((each) => !asked.has(each));
}
