/** A report as a `ReportingObserver` is given it. */
export interface ObservedReport {
  type: string;
  url: string;
  /** The fields of `CSPViolationReportBody`. */
  body: Record<string, unknown>;
}

interface ReportingObserverClass {
  new (
    heard: (reports: ReadonlyArray<{ type: string; url: string; body: object | null }>) => void,
    options: { types: string[]; buffered: boolean },
  ): { observe(): void };
}

/**
 * Hears the violation reports that observers of this global are given (REPORTING#notify-observers).
 *
 * @returns whether the browser has `ReportingObserver` here
 */
export function hearReports(heard: (report: ObservedReport) => void): boolean {
  const { ReportingObserver } = globalThis as { ReportingObserver?: ReportingObserverClass };
  if (typeof ReportingObserver !== 'function') return false;
  const options = { types: ['csp-violation'], buffered: true };
  new ReportingObserver((reports) => {
    for (const { type, url, body } of reports) heard({ type, url, body: fieldsOf(body) });
  }, options).observe();
  return true;
}

/** The fields stand on the prototype of the body, as getters. */
function fieldsOf(body: object | null): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name in body) {
    const value = (body as Record<string, unknown>)[name];
    if (typeof value !== 'function') fields[name] = value;
  }
  return fields;
}
