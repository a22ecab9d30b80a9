import type { Evaluation } from './evaluation.ts';
import type { FetchRequest } from './request.ts';
import type { UrlRecord } from './url-record.ts';

/** What a service worker answers a request with. */
export interface ServiceWorkerAnswer {
  /** The URL of the response; null where its URL list is empty, as of what script made itself. */
  readonly url: UrlRecord | null;
  /** The response's type, FETCH#concept-response-type. */
  readonly type: 'basic' | 'cors' | 'default' | 'error' | 'opaque' | 'opaqueredirect';
  /** Whether its URL list has more than one item: the worker has followed redirects to it. */
  readonly redirected: boolean;
  /** Where it redirects to, as `Response.redirect()` does; null where it does not. */
  readonly location: string | null;
}

/** Whether HTTP fetch makes a network error of a service worker's answer, FETCH#concept-http-fetch step 3.5.7. */
export function isRefusedAnswer(
  { type, redirected }: ServiceWorkerAnswer,
  { mode, redirectMode }: FetchRequest,
  run: Evaluation,
): boolean {
  const refused =
    type === 'error' ||
    (mode === 'same-origin' && type === 'cors') ||
    (mode !== 'no-cors' && type === 'opaque') ||
    (redirectMode !== 'manual' && type === 'opaqueredirect') ||
    (redirectMode !== 'follow' && redirected);
  if (refused) {
    const what = redirected ? `${type}, after redirects` : type;
    const asked = `mode ${mode}, redirect mode ${redirectMode}`;
    run.step('FETCH#concept-http-fetch', `service worker’s answer: ${what}`, asked, 'network error');
  }
  return refused;
}
