import { parseUrl } from '../spec/url-record.ts';
import { type HarEntry, headerOf } from './har-entry.ts';

/** A connection of a HAR. */
export interface HarConnection {
  url: string;
  /** Where its server redirected to, in order. */
  redirects: string[];
  /** The mechanism that made it, as the catalogue calls it; `fetch` where the HAR does not say more. */
  by: string;
  method: string;
  /** The status of its last response; 0 where none came. */
  status: number;
}

/** The mechanisms of Chromium's resource types. */
const byType: Readonly<Record<string, string>> = {
  fetch: 'fetch',
  xhr: 'XMLHttpRequest',
  websocket: 'WebSocket',
  eventsource: 'EventSource',
  ping: 'sendBeacon',
  webtransport: 'WebTransport',
};

/** The connections of each document. One whose document the HAR does not tell belongs to the first of its page. */
export function connectionsOf(
  entries: readonly HarEntry[],
  documents: readonly HarEntry[],
): Map<HarEntry, HarConnection[]> {
  const followed = new Set<HarEntry>();
  const found = new Map<HarEntry, HarConnection[]>();
  const next = nextByUrl(entries);
  for (const [index, entry] of entries.entries()) {
    const by = mechanismOf(entry);
    if (by === null || followed.has(entry)) continue;
    const document = documentOf(entry, documents);
    if (document === undefined) continue;
    const { redirects, last } = followRedirects(entry, index, next, followed);
    const list = found.get(document) ?? [];
    found.set(document, list);
    const { method, url } = entry.request;
    list.push({ url, redirects, by, method, status: last.response.status });
  }
  return found;
}

/** The mechanism of a request that connect-src governs, or null. */
function mechanismOf({ request, _resourceType: type }: HarEntry): string | null {
  const header = (name: string) => headerOf(request, name)?.toLowerCase();
  if (parseUrl(request.url) === null || request.method === 'OPTIONS') return null;
  if (/^wss?:/i.test(request.url) || header('upgrade') === 'websocket') return 'WebSocket';
  if (header('content-type') === 'text/ping') return 'a[ping]';
  const known = type === undefined ? undefined : byType[type];
  if (known !== undefined) return known;
  const isEmpty = header('sec-fetch-dest') === 'empty';
  // The tools of other browsers tell no type: what the request itself says has to do.
  if (type !== undefined && !['other', ''].includes(type)) return null;
  if (!isEmpty) return null;
  if (header('accept') === 'text/event-stream') return 'EventSource';
  if (header('content-type')?.startsWith('application/csp-report')) return null;
  if (header('content-type')?.startsWith('application/reports+json')) return null;
  return 'fetch';
}

/** The document that made a request: by its Referer, then by its page. */
function documentOf({ pageref, request }: HarEntry, documents: readonly HarEntry[]): HarEntry | undefined {
  const ofPage = documents.filter((one) => one.pageref === pageref);
  const own = ofPage.length > 0 ? ofPage : documents;
  const referer = headerOf(request, 'referer');
  return (
    own.find((one) => withoutFragment(one.request.url) === referer) ??
    own.find((one) => referer !== undefined && originOf(one.request.url) === originOf(referer)) ??
    own[0]
  );
}

const withoutFragment = (url: string): string => url.replace(/#.*$/, '');
const originOf = (url: string): string => url.split('/').slice(0, 3).join('/');

type NextByUrl = (url: string, after: number) => [HarEntry, number] | undefined;

/** Finds the first entry of a URL after another entry, without a search through all of them. */
function nextByUrl(entries: readonly HarEntry[]): NextByUrl {
  const byUrl = new Map<string, number[]>();
  for (const [index, { request }] of entries.entries()) {
    const list = byUrl.get(request.url);
    if (list === undefined) byUrl.set(request.url, [index]);
    else list.push(index);
  }
  return (url, after) => {
    const index = byUrl.get(url)?.find((one) => one > after);
    const entry = index === undefined ? undefined : entries[index];
    return entry && index !== undefined ? [entry, index] : undefined;
  };
}

/** The targets that a request was redirected to; their entries are no connections of their own. */
function followRedirects(
  first: HarEntry,
  index: number,
  next: NextByUrl,
  followed: Set<HarEntry>,
): { redirects: string[]; last: HarEntry } {
  const redirects: string[] = [];
  let [last, at] = [first, index];
  while (last.response.redirectURL && redirects.length < 20) {
    const target = parseUrl(last.response.redirectURL, last.request.url)?.href;
    if (target === undefined) break;
    redirects.push(target);
    const found = next(withoutFragment(target), at);
    if (found === undefined || followed.has(found[0])) break;
    [last, at] = found;
    followed.add(last);
  }
  return { redirects, last };
}
