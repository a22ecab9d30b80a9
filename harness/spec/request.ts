import type { UrlRecord } from './url-record.ts';

/** The parts of a Fetch request that the algorithms look at. */
export interface FetchRequest {
  /** Every URL of the request so far: as first asked for, then one per redirect. Never empty. */
  urlList: [UrlRecord, ...UrlRecord[]];
  redirectCount: number;
  /** FETCH#concept-request-response-tainting: what the way so far makes of the response. */
  responseTainting: 'basic' | 'cors' | 'opaque';
  readonly destination: string;
  readonly initiator: string;
  readonly mode: string;
  readonly redirectMode: 'follow' | 'manual' | 'error';
  readonly serviceWorkersMode: 'all' | 'none';
  /** The request's cryptographic nonce metadata; empty where it has none. */
  readonly nonce: string;
  /** The request's integrity metadata; empty where it has none. */
  readonly integrity: string;
  readonly parserMetadata: '' | 'parser-inserted' | 'not-parser-inserted';
  /** Whether the WebTransport-hash list has any item. */
  readonly webTransportHashes: boolean;
  /** No step says that its violations are reported. */
  readonly violationsOptional: boolean;
}

/** The request's URL: the first of its URL list, before any redirect. */
export const urlOf = (request: FetchRequest): UrlRecord => request.urlList[0];

/** The request's current URL: the last of its URL list. */
export const currentUrlOf = (request: FetchRequest): UrlRecord =>
  request.urlList.at(-1) ?? request.urlList[0];

/** Replaces the current URL: what an upgrade does. */
export function setCurrentUrl(request: FetchRequest, url: UrlRecord): void {
  request.urlList[request.urlList.length - 1] = url;
}
