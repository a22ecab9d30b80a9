import type { Arrival } from './arrival.ts';

/**
 * Whether this goes to a report collector: any path below `/report/`, on any host. What carries the mark of a case is
 * that case's own connection, wherever it goes; no report's URL has one.
 */
export function isForCollector(arrival: Arrival): boolean {
  return arrival.case === null && arrival.url.pathname.startsWith('/report/');
}

/** Whether this is an upload of violation reports, by `report-uri` or by the Reporting API. */
export function isReport(arrival: Arrival): boolean {
  return arrival.method === 'POST' && isForCollector(arrival);
}

/** Parses an uploaded report whatever its content type says; undefined when it is not JSON. */
export function parseReport(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
