import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import type { Arrival } from './arrival.ts';
import { type Ledger, type LedgerEntry, now } from './ledger.ts';
import { MAX_LEDGER_BODY } from './limits.ts';
import { readBody } from './read-body.ts';
import { parseReport } from './report.ts';

/**
 * Writes a request into the ledger and reads its body. The entry is made before the body is there, so that a request
 * whose upload breaks off counts too; a report's entry is made after, for without the report it says nothing.
 */
export async function recordVisit(
  request: IncomingMessage,
  arrival: Arrival,
  answer: Answer,
  ledger: Ledger,
): Promise<void> {
  const entry = ledgerEntry(arrival, answer);
  if (entry.kind === 'report') {
    const body = await readBody(request);
    ledger.record({ ...entry, body: body.slice(0, MAX_LEDGER_BODY), report: parseReport(body) });
    return;
  }
  ledger.record(entry);
  const body = await readBody(request);
  if (body !== '') ledger.addBody(entry, body.slice(0, MAX_LEDGER_BODY));
}

/** The ledger's entry for an arrival, timed now. */
export function ledgerEntry(
  arrival: Arrival,
  { kind, status }: Pick<Answer, 'kind' | 'status'>,
): LedgerEntry {
  const { case: caseId, document, run, hop, method, url, headers } = arrival;
  return { time: now(), kind, case: caseId, document, run, hop, method, url: url.href, headers, status };
}
