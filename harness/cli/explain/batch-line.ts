import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { type ContextKind, contextTraits, explain } from '../../spec/explain.ts';
import { checkUrl, type RequestFor, requestOf } from './request-for.ts';

const oneOrMore = z.union([z.string(), z.array(z.string())], 'expected a string or an array of strings');

/** One line of a batch. Unknown keys are errors: a policy under a misspelt key would allow everything. */
const batchLine = z.strictObject({
  policy: oneOrMore.optional(),
  reportOnly: oneOrMore.optional(),
  meta: oneOrMore.optional(),
  allowlist: oneOrMore.optional(),
  allowlistReportOnly: oneOrMore.optional(),
  self: z.string(),
  url: z.string(),
  redirectCount: z.int().min(0).optional(),
  redirects: z.array(z.string()).optional(),
  context: z.enum(Object.keys(contextTraits) as ContextKind[]).optional(),
  by: z.string().optional(),
  id: z.unknown().optional(),
});

/**
 * Answers one line of a batch with one line, without its end. `number` counts from 1.
 * A line that cannot be answered gives `bad: true` and says why; its `id` is kept if it can be read.
 */
export function answerLine(
  line: string,
  number: number,
  requestFor: RequestFor,
): { text: string; bad: boolean } {
  let id: { id?: unknown } = {};
  try {
    const parsed = parseJson(line);
    if (typeof parsed === 'object' && parsed !== null && 'id' in parsed) id = { id: parsed.id };
    return { text: JSON.stringify({ ...id, ...answer(parsed, requestFor) }), bad: false };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { text: JSON.stringify({ ...id, line: number, error: error.message }), bad: true };
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UserError('not JSON; write one JSON object a line');
  }
}

function answer(parsed: unknown, requestFor: RequestFor) {
  const checked = batchLine.safeParse(parsed);
  if (!checked.success) throw new UserError(checked.error.issues.map(describeIssue).join('; '));
  const { id: _, by, ...asked } = checked.data;
  const { policy, reportOnly, meta, allowlist, allowlistReportOnly } = asked;
  if ([policy, reportOnly, meta, allowlist, allowlistReportOnly].every((one) => one === undefined))
    throw new UserError('no policy: give policy, reportOnly, meta, allowlist or allowlistReportOnly');
  checkUrl('self', asked.self, ['opaque']);
  checkUrl('url', asked.url);
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const request = requestOf(by, requestFor);
  const found = explain({ ...given, self: asked.self, url: asked.url, request });
  const { verdict, by: blockedBy, directive, matched, disputed, otherReading, underHsts } = found;
  const { alsoBlockedBy, violations, allowlistReports, steps } = found;
  const other = {
    ...(otherReading === undefined ? {} : { otherReading }),
    ...(underHsts === undefined ? {} : { underHsts }),
    ...(allowlistReports === undefined ? {} : { allowlistReports }),
  };
  return { verdict, blockedBy, directive, matched, disputed, ...other, alsoBlockedBy, violations, steps };
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
