import type { Evaluation } from './evaluation.ts';
import type { Client } from './inherit.ts';
import { isTrustworthyOrigin, isTrustworthyUrl } from './trustworthy.ts';
import { type Origin, serializeOrigin, type UrlRecord } from './url-record.ts';

/** Whether a global refuses mixed content, MIX#categorize-settings-object: for its own origin or an embedder's. */
function prohibitsMixedContent({ origin, ancestors, global }: Client, run: Evaluation): boolean {
  // Step 1.
  if (prohibits(origin, run)) return true;
  // Step 2: Only a document has ancestors.
  return global === 'document' && ancestors.some((ancestor) => prohibits(ancestor, run));
}

/** An http: page of this machine is potentially trustworthy as well, by the text; browsers go by https alone. */
const prohibits = (origin: Origin, run: Evaluation): boolean =>
  run.under('mixed-content-on-loopback', isTrustworthyOrigin(origin), isSecure(origin));

const isSecure = (origin: Origin): boolean =>
  origin !== 'opaque' && (origin.scheme === 'https' || origin.scheme === 'wss');

/**
 * Whether a URL is blocked as mixed content for a global: of a request, MIX#should-block-fetch, or of a response,
 * MIX#should-block-response. The exception for top-level navigations is not needed for connections.
 */
export function isMixedContent(
  anchor: 'MIX#should-block-fetch' | 'MIX#should-block-response',
  url: UrlRecord,
  client: Client,
  run: Evaluation,
): boolean {
  const blocked = prohibitsMixedContent(client, run) && !isTrustworthyUrl(url);
  run.step(anchor, `from ${serializeOrigin(client.origin)}`, url.href, blocked ? 'blocked' : 'allowed');
  return blocked;
}
