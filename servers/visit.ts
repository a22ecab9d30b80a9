import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import type { Arrival } from './arrival.ts';
import { arrivesAt } from './arrives-at.ts';
import { now } from './failure.ts';
import type { LedgerEntry } from './ledger.ts';
import { MAX_LEDGER_BODY } from './limits.ts';
import { readBody } from './read-body.ts';
import { parseReport } from './report.ts';
import type { SiteContext } from './site-context.ts';

/**
 * Writes a request into the ledger and reads its body. The entry is made before the body is there, so that a request
 * whose upload breaks off counts too; a report's entry is made after, for without the report it says nothing.
 */
export async function recordVisit(
  request: IncomingMessage,
  arrival: Arrival,
  answer: Answer,
  context: Pick<SiteContext, 'ledger' | 'declarations'>,
): Promise<void> {
  const { ledger } = context;
  const entry = ledgerEntry(arrival, answer);
  if (entry.kind === 'report') {
    const body = await readBody(request);
    ledger.record({ ...entry, body: body.slice(0, MAX_LEDGER_BODY), report: parseReport(body) });
    return;
  }
  writeDown(entry, context);
  const body = await readBody(request);
  if (body !== '') ledger.addBody(entry, body.slice(0, MAX_LEDGER_BODY));
}

/** Writes an arrival into the ledger; as a stray where its case was to go elsewhere. */
export function writeDown(
  entry: LedgerEntry,
  { ledger, declarations }: Pick<SiteContext, 'ledger' | 'declarations'>,
): void {
  const planned = declarations.behaviourOf(entry.case)?.at;
  if (planned === undefined || arrivesAt(entry, planned)) ledger.record(entry);
  else ledger.stray(entry);
}

/** The ledger's entry for an arrival, timed now. */
export function ledgerEntry(
  arrival: Arrival,
  { kind, status }: Pick<Answer, 'kind' | 'status'>,
): LedgerEntry {
  const { case: caseId, document, run, hop, method, url, headers } = arrival;
  return { time: now(), kind, case: caseId, document, run, hop, method, url: url.href, headers, status };
}
