import { type List, parseList } from 'structured-headers';
import type { AllowlistDisposition, ConnectionAllowlist } from './allowlist.ts';
import { parseHeader } from './parse-header.ts';
import type { Run } from './run.ts';

/** What a response says of its Connection Allowlists. */
export interface AllowlistResponse {
  /** Connection-Allowlist, a string a header line. */
  readonly allowlist: readonly string[];
  /** Connection-Allowlist-Report-Only, a string a header line. */
  readonly allowlistReportOnly: readonly string[];
  /** The ASCII serialisation of the origin of the response's URL. */
  readonly origin: string;
}

/** Parses a response's Connection Allowlists, CA#parsing: one at most of each of the two headers. */
export function parseResponseAllowlists(
  { allowlist, allowlistReportOnly, origin }: AllowlistResponse,
  run: Run,
): ConnectionAllowlist[] {
  const parse = (lines: readonly string[], disposition: AllowlistDisposition) => {
    if (lines.length === 0) return null;
    const list = structuredList(lines, disposition, run);
    return list === null ? null : parseHeader(list, origin, disposition, run);
  };
  return [
    // Steps 2 and 3.
    parse(allowlist, 'enforce'),
    // Steps 4 and 5.
    parse(allowlistReportOnly, 'report'),
  ].filter((each) => each !== null);
}

/**
 * Gets a header as a structured list (FETCH#concept-header-list-get-structured-header): its lines are one list, and null
 * is what that algorithm gives of a text that is none.
 */
function structuredList(lines: readonly string[], disposition: AllowlistDisposition, run: Run): List | null {
  const value = lines.join(', ');
  try {
    return parseList(value);
  } catch {
    run.step('CA#parsing', `structured list, ${disposition}`, value, 'not one: no allowlist');
    return null;
  }
}
