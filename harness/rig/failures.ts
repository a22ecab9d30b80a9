import type { Failure } from '../../servers/index.ts';
import { urlOfAnswer } from '../catalogue/context.ts';
import { reportUrl } from '../plan/delivery.ts';
import { type PlannedCase, urlsOf } from '../plan/plan.ts';

/**
 * Whether a failure of ours may be why a case did not arrive, or why its report did not: it names the case; or it names
 * none (a tunnel does not), and its host, if that is known, is one that the case or its document's reports go to.
 */
export function touches({ case: caseId, authority }: Failure, one: PlannedCase): boolean {
  if (caseId !== null) return caseId === one.id;
  if (authority === null) return true;
  const host = authority.replace(/:\d*$/, '').toLowerCase();
  return hostsOf(one).includes(host);
}

function hostsOf({ target, document }: PlannedCase): string[] {
  const { serviceWorker } = document.context;
  const urls = [
    ...urlsOf(target),
    ...(document.reports === null ? [] : [reportUrl(document)]),
    ...(serviceWorker === undefined ? [] : [urlOfAnswer(serviceWorker) ?? '']),
  ];
  return urls.flatMap((url) => (/^[a-z]+:\/\//.test(url) ? [new URL(url).hostname] : []));
}

/**
 * What a browser's console says of a network that changed under it: an interface of this machine came or went, and the
 * browser cut every connection it was just making. To script that looks like a block, and it may be anybody's.
 */
export function cutByTheNetwork(console: readonly string[]): Failure[] {
  const told = console.some((text) => text.includes('net::ERR_NETWORK_CHANGED'));
  const reason = 'the network of this machine changed, and the browser cut its connections';
  return told ? [{ time: 0, case: null, authority: null, reason }] : [];
}

/** How Chromium says that a WebSocket failed which it tried to open. Of one that a policy stops, it names the policy. */
const WEBSOCKET_FAILED = /^WebSocket connection to '.*' failed: (?!.*Network access revoked)/;

/**
 * What a browser's console says of a connection of this case that never got anywhere: it was tried, and failed. Now and then
 * Chromium loses a WebSocket so, without a reason; script sees what it sees of a block.
 *
 * @param console what it says of this case
 * @param arrived whether anything of the case did: then the failure came after it
 */
export function lostByTheBrowser(caseId: string, console: readonly string[], arrived: boolean): Failure[] {
  if (arrived || !console.some((text) => WEBSOCKET_FAILED.test(text))) return [];
  const reason = 'the browser tried to connect and could not, and names no policy';
  return [{ time: 0, case: caseId, authority: null, reason }];
}
