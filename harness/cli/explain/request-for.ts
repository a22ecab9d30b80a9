import { UserError } from '../../errors.ts';
import type { RequestParameters } from '../../spec/explain.ts';
import { parseUrl } from '../../spec/url-record.ts';

/** Gives the request that a mechanism makes, by the mechanism's name; undefined where there is no such mechanism. */
export type RequestFor = (by: string) => RequestParameters | undefined;

/** The request of a named mechanism; that of the URL's kind where none is named. */
export function requestOf(by: string | undefined, requestFor: RequestFor): RequestParameters {
  if (by === undefined) return {};
  const request = requestFor(by);
  if (request !== undefined) return request;
  throw new UserError(
    `by: there is no mechanism ${JSON.stringify(by)}; write one as in scenarios: fetch, WebSocket, …`,
  );
}

/** Checks that a text is an absolute URL (or `opaque`, where that is understood); `name` is what it was given as. */
export function checkUrl(name: string, url: string, opaque: 'opaque'[] = []): string {
  if (parseUrl(url) !== null || opaque.some((word) => word === url)) return url;
  throw new UserError(
    `${name}: ${JSON.stringify(url)} is not an absolute URL; write one like https://page.test/`,
  );
}
