import type { Evaluation } from './evaluation.ts';
import { currentUrlOf, type FetchRequest, upgradeCurrentUrl } from './request.ts';
import type { UrlRecord } from './url-record.ts';

/** Whether a host is a known HSTS host, by a policy of its own or of a host above it. Hosts are domains only. */
export type KnownHosts = (host: string) => boolean;

/** The hosts that a list names, and all below them: each entry is taken as one with includeSubDomains. */
export const knownHosts =
  (names: readonly string[]): KnownHosts =>
  (host) =>
    names.some((name) => host === name || host.endsWith(`.${name}`));

/** Every host, for asking whether HSTS could change an answer. */
export const everyHost: KnownHosts = () => true;

/** Whether HSTS can speak of a URL at all, FETCH#concept-main-fetch step 10. */
export function comesUnderHsts({ scheme, host, hostKind }: UrlRecord): boolean {
  return scheme === 'http' && host !== null && hostKind === 'domain' && !/(?:^|\.)localhost\.?$/.test(host);
}

/**
 * Sends a request to a known HSTS host over https, FETCH#concept-main-fetch step 10. The policies have been asked by then,
 * about the http: URL; the response is checked by its own URL, which is the https: one. An explicit port stays.
 */
export function hstsUpgrade(request: FetchRequest, known: KnownHosts, run: Evaluation): void {
  const url = currentUrlOf(request);
  if (!comesUnderHsts(url) || !known(url.host ?? '')) return;
  const upgraded = upgradeCurrentUrl(request);
  run.step('FETCH#concept-main-fetch', 'HSTS, after the policies', url.href, upgraded.href);
}
