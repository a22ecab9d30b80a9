import { type LedgerEntry, parseUrl } from '../../servers/index.ts';
import { caseIn, documentUrl, isNetworkUrl, withoutQuery } from '../plan/address.ts';
import { urlsOf } from '../plan/plan.ts';
import { AGENT_PATH } from '../plan/world.ts';
import { emptyShare, type Share } from './evidence.ts';
import type { Heard } from './heard.ts';
import { type Connection, type Instance, isRedirected } from './instance.ts';
import { reportBody } from './report-body.ts';

/**
 * Gives each message and each report to the connection it speaks of: by the case id in it, else, where a document holds
 * one connection only, to that one, unless it is about another host. A report names its document by its URL. What speaks of
 * none in a document of several is noted with those that are redirected: it may be of any of them that goes to its host.
 */
export function attribute(
  instances: readonly Instance[],
  messages: readonly Heard[],
  reports: readonly LedgerEntry[],
): Map<string, Share> {
  const shares = new Map<string, Share>();
  const byDocument = new Map<string, readonly Connection[]>();
  const byUrl = new Map<string, string>();
  const shareOf = ({ id }: Connection) => shares.get(id) as Share;
  for (const { id, document, connections } of instances) {
    for (const one of connections) shares.set(one.id, emptyShare());
    byDocument.set(id, connections);
    byUrl.set(documentUrl(document, id), id);
  }
  const ofCase = (url: unknown) => shares.get(caseIn(String(url ?? '')) ?? '');
  /** Whose a thing with this blocked URL is, which its document was told of. */
  const whose = (blocked: unknown, document: string): Share | undefined => {
    const named = ofCase(blocked);
    if (named !== undefined || isOfScripts(blocked)) return named;
    const here = byDocument.get(document) ?? [];
    const possible = here.filter((one) => mayBeAbout(blocked, one));
    if (here.length === 1) return possible.map(shareOf)[0];
    for (const one of possible.filter(isRedirected)) shareOf(one).nameless ??= String(blocked ?? '');
    return undefined;
  };
  for (const message of messages) {
    const ofDocument = () => (byDocument.get(message.document ?? '') ?? []).map(shareOf);
    switch (message.kind) {
      case 'violation':
        whose(message.fields.blockedURI, message.document ?? '')?.violations.push(message);
        break;
      case 'failed':
        for (const share of ofDocument()) share.failed = message.reason;
        break;
      case 'refused':
        for (const share of ofDocument()) share.refused ??= message.reason;
        break;
      case 'unloaded':
        for (const share of ofDocument()) share.unloaded = true;
        break;
      case 'timings':
        for (const { url, tells } of message.entries) {
          const share = ofCase(url);
          if (share) share.timing = [...new Set([...(share.timing ?? []), ...tells])].sort();
        }
        break;
      case 'observes':
        for (const share of ofDocument()) share.observedReports ??= [];
        break;
      case 'observed':
        whose(message.report.body.blockedURL, message.document ?? '')?.observedReports?.push(message.report);
        break;
      default:
        take(shares.get(message.case), message);
    }
  }
  for (const report of reports) {
    const { blocked, document } = saidBy(report);
    whose(blocked, byUrl.get(document) ?? '')?.reports.push(report);
  }
  return shares;
}

/** What is no URL where script itself is blocked, CSP#violation-resource. */
const SCRIPTS: readonly string[] = [
  'inline',
  'eval',
  'wasm-eval',
  'trusted-types-policy',
  'trusted-types-sink',
];

/** What a policy of scripts has against the agent, or against what a mechanism evaluates, says nothing of a connection. */
function isOfScripts(blocked: unknown): boolean {
  const text = String(blocked ?? '');
  return SCRIPTS.includes(text) || withoutQuery(text).endsWith(AGENT_PATH);
}

/** Whether a blocked URL without a case id may be one of a connection's: a host that it never goes to tells of something else. */
function mayBeAbout(blocked: unknown, { target }: Connection): boolean {
  const host = hostOf(String(blocked ?? ''));
  return host === null || urlsOf(target).some((url) => hostOf(url) === host);
}

/** The host of a network URL, which an upgrade does not change; null of anything else. */
const hostOf = (url: string): string | null => (isNetworkUrl(url) ? (parseUrl(url)?.hostname ?? null) : null);

function take(share: Share | undefined, message: Extract<Heard, { case: string }>): void {
  if (share === undefined) return;
  if (message.kind === 'called') share.calledAt = message.time;
  if (message.kind === 'missing') share.missing = message.reason;
  if (message.kind === 'unavailable') share.unavailable = message.reason;
  if (message.kind === 'handled') share.handled = true;
  if (message.kind === 'settled') share.settled = true;
  if (message.kind === 'step') share.steps.push(message);
}

/** The blocked URL a report speaks of, and its document's, without query and fragment. */
function saidBy(entry: LedgerEntry): { blocked: string; document: string } {
  const body = reportBody(entry);
  return {
    blocked: String(body?.['blocked-uri'] ?? body?.blockedURL ?? body?.connection ?? ''),
    document: withoutQuery(String(body?.['document-uri'] ?? body?.documentURL ?? body?.url ?? '')),
  };
}
