import { isHttpScheme, serializeForNetwork, type UrlRecord } from './url-record.ts';

/** A URL as violation events and reports show it, CSP#strip-url-for-use-in-reports. */
export function stripUrl(url: UrlRecord): string {
  // Step 1: Of anything but HTTP(S), only the scheme.
  if (!isHttpScheme(url.scheme)) return url.scheme;
  // Steps 2 to 5: No fragment, no userinfo.
  return serializeForNetwork(url);
}
