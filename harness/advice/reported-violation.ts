/** A violation as a browser tells of it, whichever way it came. */
export interface ReportedViolation {
  /** How it came: by a report-uri body, by a report-to body, or as the fields of an event. */
  by: 'report-uri' | 'report-to' | 'event';
  /** The URL of the document or worker, without its fragment; of a local URL its scheme only. */
  documentURI: string;
  /** The URL that was asked for, before any redirect; of a local URL its scheme only. */
  blockedURI: string;
  effectiveDirective: string;
  originalPolicy: string;
  /** Null where the browser does not tell. */
  disposition: 'enforce' | 'report' | null;
  /** The script that connected; null where it is not known. */
  sourceFile: string | null;
  lineNumber: number | null;
  columnNumber: number | null;
  /** What connected, where whoever heard the event knows; else it is guessed from the URLs. */
  global?: 'document' | 'worker';
}
