import type { LedgerEntry } from '../../servers/index.ts';
import type { ObservedReport } from '../page/observed-reports.ts';
import type { Message } from '../page/plan.ts';
import { caseIn } from '../plan/address.ts';
import type { StepMessage, ViolationMessage } from './evidence.ts';
import type { Instance } from './instance.ts';

/** What belongs to one connection. */
export interface Share {
  calledAt: number | null;
  settled: boolean;
  missing: string | null;
  unavailable: string | null;
  failed: string | null;
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
  const only = new Map<string, Share>();
  for (const { id, connections } of instances) {
    for (const connection of connections) shares.set(connection.id, emptyShare());
    const [first, second] = connections;
    if (first && !second) only.set(id, shares.get(first.id) as Share);
  }
  for (const message of messages) {
    if (message.kind === 'violation') {
      const blocked = caseIn(String(message.fields.blockedURI ?? ''));
      (shares.get(blocked ?? '') ?? only.get(message.document))?.violations.push(message);
    } else if (message.kind === 'failed') {
      for (const { id, connections } of instances)
        if (id === message.document)
          for (const one of connections) (shares.get(one.id) as Share).failed = message.reason;
    } else if (message.kind === 'timings') {
      for (const { url, tells } of message.entries) {
        const share = shares.get(caseIn(url) ?? '');
        if (share) share.timing = [...new Set([...(share.timing ?? []), ...tells])].sort();
      }
    } else if (message.kind === 'observes' || message.kind === 'observed') {
      observe(message, shares, instances);
    } else {
      take(shares.get(message.case), message);
    }
  }
  for (const report of reports) shares.get(caseIn(blockedUriOf(report)) ?? '')?.reports.push(report);
  return shares;
}

const emptyShare = (): Share => ({
  calledAt: null,
  settled: false,
  missing: null,
  unavailable: null,
  failed: null,
  steps: [],
  violations: [],
  reports: [],
  observedReports: null,
  timing: null,
});

/** A global that observes says so once; what it is given then belongs to the connection it names. */
function observe(
  message: Extract<Message, { kind: 'observes' | 'observed' }>,
  shares: ReadonlyMap<string, Share>,
  instances: readonly Instance[],
): void {
  if (message.kind === 'observed') {
    const share = shares.get(caseIn(String(message.report.body.blockedURL)) ?? '');
    if (share) share.observedReports = [...(share.observedReports ?? []), message.report];
    return;
  }
  const connections = instances.filter(({ id }) => id === message.document).flatMap((one) => one.connections);
  for (const { id } of connections) {
    const share = shares.get(id) as Share;
    share.observedReports ??= [];
  }
}

type OfConnection = Extract<Message, { case: string }>;

function take(share: Share | undefined, message: OfConnection): void {
  if (share === undefined) return;
  if (message.kind === 'called') share.calledAt = message.time;
  if (message.kind === 'settled') share.settled = true;
  if (message.kind === 'missing') share.missing = message.reason;
  if (message.kind === 'unavailable') share.unavailable = message.reason;
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
