import type { LedgerEntry } from '../../servers/index.ts';

/** The violation in an uploaded report of either format; undefined where there is none. A batch has one ledger entry each. */
export function reportBody({ report }: LedgerEntry): Record<string, unknown> | undefined {
  const both = report as
    | { 'csp-report'?: Record<string, unknown>; body?: Record<string, unknown> }
    | null
    | undefined;
  return both?.['csp-report'] ?? both?.body;
}
