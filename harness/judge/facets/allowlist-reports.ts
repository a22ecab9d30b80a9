import type { LedgerEntry } from '../../../servers/index.ts';
import { reportBody } from '../../rig/report-body.ts';
import type { AllowlistReport } from '../../spec/explain.ts';
import { bestPairs } from './best-pairs.ts';

const TYPE = 'connection-allowlist';

/** Whether a report is of an allowlist, as what the Reporting API puts around it says. */
export const isOfAllowlist = ({ report }: LedgerEntry): boolean =>
  (report as { type?: unknown } | null | undefined)?.type === TYPE;

/**
 * Compares the reports of allowlists that were uploaded with those that the draft sends (CA#reporting), one for each violation.
 * How a pattern is serialised is left open, so that of the list itself only its length counts.
 */
export function* compareAllowlistReports(
  reports: readonly LedgerEntry[],
  expected: readonly AllowlistReport[],
): Iterable<string> {
  const { pairs, left } = bestPairs(expected, reports, (entry, one) =>
    reportBody(entry)?.disposition === one.disposition ? [...differences(entry, one)] : null,
  );
  for (const [index, { disposition }] of expected.entries())
    yield* pairs[index]?.wrong ?? [`no report of the allowlist (${disposition})`];
  // The agent's WebRTC has two ends in one document, and each is stopped by itself.
  const twice = ({ connection, disposition }: Record<string, unknown>) =>
    expected.some(
      (one) => connection === 'webrtc' && one.connection === connection && one.disposition === disposition,
    );
  for (const entry of left.filter((each) => !twice(reportBody(each) ?? {})))
    yield `a report of the allowlist that the draft does not send (${String(reportBody(entry)?.disposition)})`;
}

function* differences(entry: LedgerEntry, { url, connection, allowlist }: AllowlistReport): Iterable<string> {
  const body = reportBody(entry) ?? {};
  if (body.url !== url)
    yield `url of the allowlist’s report ${body.url === undefined ? 'is missing' : 'differs'}`;
  if (body.connection !== connection)
    yield `connection ${body.connection === undefined ? 'is missing' : 'differs'}`;
  if (!Array.isArray(body.allowlist) || body.allowlist.length !== allowlist.length) yield 'allowlist differs';
}
