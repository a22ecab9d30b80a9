import type { Evaluation } from './evaluation.ts';
import type { Client } from './inherit.ts';
import { currentUrlOf, type FetchRequest, setCurrentUrl } from './request.ts';
import { serializeForNetwork } from './url-record.ts';

/**
 * Upgrades a request from http to https where its global asks for that, UIR#upgrade-request.
 *
 * The text says "request's URL"; on a redirect that can only mean the current one. Nothing but the scheme changes:
 * an explicit port stays, even 443. (Requests here are no navigations, so steps 1 and 2 do not apply.)
 */
export function upgradeRequest(request: FetchRequest, client: Client, run: Evaluation): void {
  // Steps 3 and 4.
  if (!client.upgradesInsecureRequests) return;
  const url = currentUrlOf(request);
  // Step 5.
  if (url.scheme !== 'http') return;
  const secure = { ...url, scheme: 'https' };
  const upgraded = { ...secure, href: serializeForNetwork(secure) };
  run.step('UIR#upgrade-request', 'upgrade-insecure-requests', url.href, upgraded.href);
  setCurrentUrl(request, upgraded);
}
