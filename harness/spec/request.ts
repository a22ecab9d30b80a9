import { serializeForNetwork, type UrlRecord } from './url-record.ts';

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

/** Whether it leads a window, and not a frame, to another document: only such a navigation has the destination `document`. */
export const navigatesTopLevel = ({ destination }: FetchRequest): boolean => destination === 'document';

/** Gives the current URL the scheme https, and nothing else: an explicit port stays. */
export function upgradeCurrentUrl(request: FetchRequest): UrlRecord {
  const secure = { ...currentUrlOf(request), scheme: 'https' };
  const upgraded = { ...secure, href: serializeForNetwork(secure) };
  request.urlList[request.urlList.length - 1] = upgraded;
  return upgraded;
}
