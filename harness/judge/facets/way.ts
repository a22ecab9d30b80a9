import type { PlannedCase } from '../../plan/plan.ts';
import { witnessedByNetwork } from '../../plan/witness.ts';
import { arrival } from '../../rig/control-outcome.ts';
import type { Evidence } from '../../rig/evidence.ts';
import type { Explanation } from '../../spec/explain.ts';

/**
 * How the way a connection took, hop by hop, differs from the specification's, though the verdict is the same: a redirect
 * that should not have been followed, a block that came too early, a scheme that was not upgraded. Null where it does not.
 */
export function wayDiffers(one: PlannedCase, { network }: Evidence, spec: Explanation): string | null {
  // Behind a service worker the requests are the worker's, and QUIC is seen at a port, not at a URL.
  if (!witnessedByNetwork(one)) return null;
  const arrivals = network.filter((entry) => arrival(entry) && entry.kind !== 'quic');
  for (const { hop, url } of arrivals) {
    const right = spec.contacted[hop];
    if (right === undefined) return `${hop === 0 ? 'its URL' : `the target of redirect ${hop}`} was asked`;
    if (originOf(url) !== originOf(right) && !upgradedByHsts(url, right))
      return `${originOf(url)} was asked instead of ${originOf(right)}`;
  }
  const reached = 1 + Math.max(-1, ...arrivals.map(({ hop }) => hop));
  // Where the text is disputed, a block at that hop is right by the other reading.
  if (reached === spec.otherHop) return null;
  const early = spec.contacted.length - reached;
  const byPolicy = spec.by === 'csp' || spec.by === 'connection-allowlist';
  return byPolicy && early > 0 ? `blocked ${early} hop${early === 1 ? '' : 's'} too early` : null;
}

/**
 * Whether a browser asked for https: where http: was to be asked, as it does of a host that it has built in as one of HSTS
 * (FETCH#concept-main-fetch step 10). No browser has a name of the top-level domain `test` built in, or an IP address: of
 * those, the reserved names of the corpus among them, an upgrade stays a difference.
 */
export function upgradedByHsts(asked: string, right: string): boolean {
  const [secure, plain] = [new URL(asked), new URL(right)];
  return (
    /^(https|wss):$/.test(secure.protocol) &&
    /^(http|ws):$/.test(plain.protocol) &&
    secure.hostname === plain.hostname &&
    secure.port === plain.port &&
    /\.(?!test$)[a-z][^.]*$/i.test(plain.hostname)
  );
}

/** The origin, of a WebSocket that of its http(s) request. */
const originOf = (url: string): string => new URL(url.replace(/^ws/, 'http')).origin;
