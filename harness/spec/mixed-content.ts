import type { Evaluation } from './evaluation.ts';
import type { Client } from './inherit.ts';
import { currentUrlOf, type FetchRequest, navigatesTopLevel, upgradeCurrentUrl } from './request.ts';
import { isTrustworthyOrigin, isTrustworthyUrl } from './trustworthy.ts';
import { type Origin, serializeOrigin, type UrlRecord } from './url-record.ts';

/** Whether a global refuses mixed content, MIX#categorize-settings-object: for its own origin or an embedder's. */
function prohibitsMixedContent(
  { origin, unsandboxedOrigin, ancestors, global }: Client,
  run: Evaluation,
): boolean {
  // Step 1: By the text an opaque origin refuses nothing; browsers go by the scheme of the page.
  const asPage = unsandboxedOrigin !== origin && prohibits(unsandboxedOrigin, run);
  if (prohibits(origin, run) || run.under('mixed-content-when-sandboxed', false, asPage)) return true;
  // Step 2: Only a document has ancestors.
  return global === 'document' && ancestors.some((ancestor) => prohibits(ancestor, run));
}

/** An http: page of this machine is potentially trustworthy as well, by the text; browsers go by https alone. */
const prohibits = (origin: Origin, run: Evaluation): boolean =>
  run.under('mixed-content-on-loopback', isTrustworthyOrigin(origin), isSecure(origin));

const isSecure = (origin: Origin): boolean =>
  origin !== 'opaque' && (origin.scheme === 'https' || origin.scheme === 'wss');

const upgradeable: ReadonlySet<string> = new Set(['image', 'audio', 'video']);

/** Upgrades a request for an image, audio or a video that would be mixed content, MIX#upgrade-algorithm. */
export function upgradeMixedContent(request: FetchRequest, client: Client, run: Evaluation): void {
  const { destination, initiator } = request;
  const url = currentUrlOf(request);
  // Step 1: Conditions 4 and 5 come first here, being the cheapest.
  if (!upgradeable.has(destination) || (destination === 'image' && initiator === 'imageset')) return;
  if (isTrustworthyUrl(url) || url.hostKind === 'ipv4' || url.hostKind === 'ipv6') return;
  if (!prohibitsMixedContent(client, run)) return;
  // Step 2.
  if (url.scheme !== 'http') return;
  const upgraded = upgradeCurrentUrl(request);
  run.step('MIX#upgrade-algorithm', `destination "${destination}"`, url.href, upgraded.href);
}

/**
 * Whether a URL is blocked as mixed content for a global: of a request, MIX#should-block-fetch, or of its response,
 * MIX#should-block-response. A navigation of the top level never is.
 */
export function isMixedContent(
  anchor: 'MIX#should-block-fetch' | 'MIX#should-block-response',
  url: UrlRecord,
  request: FetchRequest,
  client: Client,
  run: Evaluation,
): boolean {
  const blocked = !navigatesTopLevel(request) && !isTrustworthyUrl(url) && prohibitsMixedContent(client, run);
  run.step(anchor, `from ${serializeOrigin(client.origin)}`, url.href, blocked ? 'blocked' : 'allowed');
  return blocked;
}
