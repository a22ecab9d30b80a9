import { UserError } from '../errors.ts';

/** The Connection Allowlists of a response, one a line; absent where the response has no such header. */
export interface ResponseAllowlists {
  /** The values of Connection-Allowlist. */
  allowlist?: string[];
  /** The values of Connection-Allowlist-Report-Only. */
  allowlistReportOnly?: string[];
}

/** What a response's headers say of its policies. */
export interface ResponseHeaders extends ResponseAllowlists {
  /** Its status; null where the text has no status line. */
  status: number | null;
  /** The values of Content-Security-Policy, one a line. */
  policy: string[];
  /** The values of Content-Security-Policy-Report-Only, one a line. */
  reportOnly: string[];
}

const field = /^([!#$%&'*+.^_`|~0-9a-z-]+):[ \t]*(.*)$/i;
const statusLine = /^HTTP\/[\d.]+ (\d{3})\b/i;

/**
 * Reads a response's headers as `curl -sI` prints them, or as a browser's tools copy them. Of several responses, as
 * `curl -sIL` prints them, the last counts. A line that starts with a space continues the one before.
 *
 * @param text the headers; what follows an empty line after the last of them, a body, is not read
 * @param name what the text was given as, for errors
 * @throws {UserError} where there is no header in it at all
 */
export function readResponseHeaders(text: string, name: string): ResponseHeaders {
  const fields = fieldsOf(lastResponse(text));
  if (fields.length === 0)
    throw new UserError(
      `${name}: there is no header in it`,
      'Give the headers of a response, one a line, as `curl -sI https://app.example.com/` prints them.',
    );
  const valuesOf = (header: string) => fields.filter(([field]) => field === header).map(([, value]) => value);
  const status = statusLine.exec(lastResponse(text)[0] ?? '')?.[1];
  return {
    status: status === undefined ? null : Number(status),
    policy: valuesOf('content-security-policy'),
    reportOnly: valuesOf('content-security-policy-report-only'),
    ...allowlistsOf(valuesOf),
  };
}

/**
 * The Connection Allowlists of a response.
 *
 * @param valuesOf gives the values of a header, whose name is in lower case, one a line
 */
export function allowlistsOf(valuesOf: (header: string) => string[]): ResponseAllowlists {
  const allowlist = valuesOf('connection-allowlist');
  const allowlistReportOnly = valuesOf('connection-allowlist-report-only');
  return {
    ...(allowlist.length > 0 && { allowlist }),
    ...(allowlistReportOnly.length > 0 && { allowlistReportOnly }),
  };
}

/** The lines of the last response's head. */
function lastResponse(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/);
  const heads = lines.flatMap((line, index) => (statusLine.test(line) ? [index] : []));
  // A status line counts at the start, and after another head: a body may hold anything.
  let start = lines.findIndex((line) => line.trim() !== '');
  for (const head of heads) if (lines.slice(start, head).every(isOfHead)) start = head;
  const head = start < 0 ? [] : lines.slice(start);
  const end = head.findIndex((line) => line.trim() === '');
  return end < 0 ? head : head.slice(0, end);
}

const isOfHead = (line: string): boolean =>
  line.trim() === '' || field.test(line) || statusLine.test(line) || /^[ \t]/.test(line);

/** Names in lower case, and values. */
function fieldsOf(lines: readonly string[]): [name: string, value: string][] {
  const fields: [string, string][] = [];
  for (const line of lines) {
    const [, name, value] = field.exec(line) ?? [];
    const last = fields.at(-1);
    if (name !== undefined && value !== undefined) fields.push([name.toLowerCase(), value.trim()]);
    else if (/^[ \t]/.test(line) && last !== undefined) last[1] = `${last[1]} ${line.trim()}`;
  }
  return fields;
}
