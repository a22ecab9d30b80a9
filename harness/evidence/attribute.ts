import type { LedgerEntry } from '../../servers/index.ts';
import type { ObservedReport } from '../page/observed-reports.ts';
import type { Message } from '../page/plan.ts';
import { caseIn } from '../plan/address.ts';
import type { StepMessage, ViolationMessage } from './evidence.ts';
import type { Instance } from './instance.ts';

/** What belongs to one connection. */
export interface Share {
  calledAt: number | null;
  missing: string | null;
  unavailable: string | null;
  failed: string | null;
  /** Script will learn no more. */
  settled: boolean;
  steps: StepMessage[];
  violations: ViolationMessage[];
  reports: LedgerEntry[];
  /** What a `ReportingObserver` was given; null where the browser has none, or none was asked. */
  observedReports: ObservedReport[] | null;
  /** Which fields of its Resource Timing entry say something; null where it has none. */
  timing: string[] | null;
}

/**
 * Gives each message and each report to the connection it speaks of: by the case id in it, else, where a document holds
 * one connection only, to that one.
 */
export function attribute(
  instances: readonly Instance[],
  messages: readonly Message[],
  reports: readonly LedgerEntry[],
): Map<string, Share> {
  const shares = new Map<string, Share>();
  const byDocument = new Map<string, Share[]>();
  for (const { id, connections } of instances) {
    for (const one of connections) shares.set(one.id, emptyShare());
    byDocument.set(
      id,
      connections.map((one) => shares.get(one.id) as Share),
    );
  }
  const ofCase = (url: unknown) => shares.get(caseIn(String(url ?? '')) ?? '');
  for (const message of messages) {
    const ofDocument = byDocument.get(message.document) ?? [];
    switch (message.kind) {
      case 'violation': {
        const [only] = ofDocument.length === 1 ? ofDocument : [];
        (ofCase(message.fields.blockedURI) ?? only)?.violations.push(message);
        break;
      }
      case 'failed':
        for (const share of ofDocument) share.failed = message.reason;
        break;
      case 'timings':
        for (const { url, tells } of message.entries) {
          const share = ofCase(url);
          if (share) share.timing = [...new Set([...(share.timing ?? []), ...tells])].sort();
        }
        break;
      case 'observes':
        for (const share of ofDocument) share.observedReports = [];
        break;
      case 'observed':
        ofCase(message.report.body.blockedURL)?.observedReports?.push(message.report);
        break;
      default:
        take(shares.get(message.case), message);
    }
  }
  for (const report of reports) ofCase(blockedUriOf(report))?.reports.push(report);
  return shares;
}

const emptyShare = (): Share => ({
  calledAt: null,
  missing: null,
  unavailable: null,
  failed: null,
  settled: false,
  steps: [],
  violations: [],
  reports: [],
  observedReports: null,
  timing: null,
});

function take(share: Share | undefined, message: Extract<Message, { case: string }>): void {
  if (share === undefined) return;
  if (message.kind === 'called') share.calledAt = message.time;
  if (message.kind === 'missing') share.missing = message.reason;
  if (message.kind === 'unavailable') share.unavailable = message.reason;
  if (message.kind === 'settled') share.settled = true;
  if (message.kind === 'step') share.steps.push(message);
}

/** The blocked URL a report speaks of, in either format. A batch of reports has one ledger entry each. */
function blockedUriOf({ report }: LedgerEntry): string {
  const single = (report as { 'csp-report'?: { 'blocked-uri'?: unknown } } | null)?.['csp-report']?.[
    'blocked-uri'
  ];
  const listed = (report as { body?: { blockedURL?: unknown } } | null)?.body?.blockedURL;
  return String(single ?? listed ?? '');
}
