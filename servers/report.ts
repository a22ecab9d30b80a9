import type { Arrival } from './arrival.ts';

/** Whether the URL is a report collector: any path below `/report/`, on any host. */
export function isReportUrl(url: URL): boolean {
  return url.pathname.startsWith('/report/');
}

/** Whether this is an upload of violation reports, by `report-uri` or by the Reporting API. */
export function isReport(arrival: Arrival): boolean {
  return arrival.method === 'POST' && isReportUrl(arrival.url);
}

/** Parses an uploaded report whatever its content type says; undefined when it is not JSON. */
export function parseReport(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
