import type { Evaluation } from './evaluation.ts';
import type { Client } from './inherit.ts';
import { currentUrlOf, type FetchRequest, navigatesTopLevel, upgradeCurrentUrl } from './request.ts';

/**
 * Upgrades a request from http to https where its global asks for that, UIR#upgrade-request.
 *
 * The text says "request's URL"; on a redirect that can only mean the current one. Nothing but the scheme changes:
 * an explicit port stays, even 443. (Step 1 is about a header field that no policy looks at.)
 */
export function upgradeRequest(request: FetchRequest, client: Client, run: Evaluation): void {
  const { scheme, host, port, href } = currentUrlOf(request);
  // Step 2: Of the top level's navigations, only those to a host that has opted in.
  const isOptedIn = client.upgradesNavigationsTo.some((one) => one.host === host && one.port === port);
  if (navigatesTopLevel(request) && !isOptedIn) return;
  // Steps 3 and 4.
  if (!client.upgradesInsecureRequests) return;
  // Step 5.
  if (scheme !== 'http') return;
  const { href: upgraded } = upgradeCurrentUrl(request);
  run.step('UIR#upgrade-request', 'upgrade-insecure-requests', href, upgraded);
}
