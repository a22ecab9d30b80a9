import { z } from 'zod';
import type { ReportedViolation } from '../advice/reported-violation.ts';
import { UserError } from '../errors.ts';

const text = z.string().nullish();
const number = z.number().nullish();

/** A `csp-report` of a report-uri body (CSP#report-violation). Browsers of CSP 2 send no effective-directive. */
const reportUri = z.object({
  'document-uri': z.string(),
  'blocked-uri': z.string(),
  'effective-directive': text,
  'violated-directive': text,
  'original-policy': z.string(),
  disposition: text,
  'source-file': text,
  'line-number': number,
  'column-number': number,
});

/** The `body` of a report of type csp-violation. */
const reportTo = z.object({
  documentURL: z.string(),
  blockedURL: text,
  effectiveDirective: z.string(),
  originalPolicy: z.string(),
  disposition: text,
  sourceFile: text,
  lineNumber: number,
  columnNumber: number,
});

/** The fields of a SecurityPolicyViolationEvent. */
const event = z.object({
  documentURI: z.string(),
  blockedURI: z.string(),
  effectiveDirective: text,
  violatedDirective: text,
  originalPolicy: z.string(),
  disposition: text,
  sourceFile: text,
  lineNumber: number,
  columnNumber: number,
});

const fix =
  'Give the body of a report-uri or report-to report, or the fields of a securitypolicyviolation event, as JSON.';

/** No more characters than this are read. */
export const longestViolation = 1 << 20;

/**
 * Reads violations as they were reported: the body of a report-uri report, that of report-to reports, or the fields of
 * events; one of them, or an array. Reports of other types are left out.
 *
 * @param name what it was given as, for errors
 * @throws {UserError} where it is no JSON, or holds no violation
 */
export function readViolations(json: string, name: string): ReportedViolation[] {
  if (json.length > longestViolation) throw new UserError(`${name}: longer than 1 MB`, fix);
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw new UserError(`${name}: not JSON`, fix);
  }
  const items = (Array.isArray(parsed) ? parsed : [parsed]).filter((item) => !isOtherReport(item));
  if (items.length === 0) throw new UserError(`${name}: there is no violation in it`, fix);
  return items.map((item, index) =>
    readOne(item, items.length === 1 ? name : `${name}: violation ${index + 1}`),
  );
}

/** A report of the Reporting API that is of another type. */
const isOtherReport = (item: unknown): boolean =>
  isObject(item) && 'body' in item && 'type' in item && item.type !== 'csp-violation';

const isObject = (item: unknown): item is Record<string, unknown> =>
  typeof item === 'object' && item !== null;

function readOne(item: unknown, name: string): ReportedViolation {
  if (!isObject(item)) throw new UserError(`${name}: no object`, fix);
  if ('csp-report' in item)
    return ofReportUri(checked(reportUri, item['csp-report'], `${name}: csp-report`), name);
  if ('body' in item) return ofReportTo(checked(reportTo, item.body, `${name}: body`));
  if ('documentURI' in item) return ofEvent(checked(event, item, name), name);
  throw new UserError(`${name}: none of csp-report, body, documentURI is in it`, fix);
}

function checked<T>(schema: z.ZodType<T>, item: unknown, name: string): T {
  const read = schema.safeParse(item);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UserError(`${name}: ${issue?.path.join('.')}: ${issue?.message}`, fix);
}

const ofReportUri = (report: z.infer<typeof reportUri>, name: string): ReportedViolation => ({
  by: 'report-uri',
  documentURI: report['document-uri'],
  blockedURI: report['blocked-uri'],
  effectiveDirective: directiveOf(report['effective-directive'], report['violated-directive'], name),
  originalPolicy: report['original-policy'],
  disposition: dispositionOf(report.disposition),
  sourceFile: report['source-file'] || null,
  lineNumber: report['line-number'] ?? null,
  columnNumber: report['column-number'] ?? null,
});

const ofReportTo = (body: z.infer<typeof reportTo>): ReportedViolation => ({
  by: 'report-to',
  documentURI: body.documentURL,
  blockedURI: body.blockedURL ?? '',
  effectiveDirective: body.effectiveDirective,
  originalPolicy: body.originalPolicy,
  ...whereOf(body),
});

const ofEvent = (fields: z.infer<typeof event>, name: string): ReportedViolation => ({
  by: 'event',
  documentURI: fields.documentURI,
  blockedURI: fields.blockedURI,
  effectiveDirective: directiveOf(fields.effectiveDirective, fields.violatedDirective, name),
  originalPolicy: fields.originalPolicy,
  ...whereOf(fields),
});

const whereOf = (fields: z.infer<typeof reportTo> | z.infer<typeof event>) => ({
  disposition: dispositionOf(fields.disposition),
  sourceFile: fields.sourceFile || null,
  lineNumber: fields.lineNumber ?? null,
  columnNumber: fields.columnNumber ?? null,
});

const dispositionOf = (word: string | null | undefined): ReportedViolation['disposition'] =>
  word === 'enforce' || word === 'report' ? word : null;

/** The directive; in CSP 2 what was violated is the directive with its value. */
function directiveOf(
  effective: string | null | undefined,
  violated: string | null | undefined,
  name: string,
) {
  const [directive] = (effective || violated || '').trim().split(/\s/);
  if (directive) return directive.toLowerCase();
  throw new UserError(`${name}: it names no directive`, fix);
}
