import type { Mechanism } from '../catalogue/mechanism.ts';
import { isNetworkUrl } from './address.ts';
import type { PlannedCase, PlannedDocument, PlannedTarget } from './plan.ts';

/** Whether a service worker is asked for this connection: for http(s), where its request wants one (FETCH#concept-http-fetch). */
const takesServiceWorker = (mechanism: Mechanism, { url, options }: PlannedTarget): boolean =>
  /^https?:/.test(url) && mechanism.request(options).serviceWorkersMode !== 'none';

/** Whether the service worker in front of a case's global, or which is it, has to be given the case's request. */
export const goesToServiceWorker = ({
  target,
  mechanism,
  document,
}: Pick<PlannedCase, 'target' | 'mechanism' | 'document'>): boolean =>
  ![undefined, 'route'].includes(document.context.serviceWorker) && takesServiceWorker(mechanism, target);

/** Whether servers witness a case. What needs no network is witnessed by script, and so is what a service worker passes on. */
export const witnessedByNetwork = ({
  target,
  mechanism,
  document,
}: Pick<PlannedCase, 'target' | 'mechanism' | 'document'>): boolean =>
  isNetworkUrl(target.url) &&
  mechanism.witness !== 'script' &&
  (document.context.witness !== 'script' || !takesServiceWorker(mechanism, target));

/** Whether a connection comes under the policies of its context: those of a service worker hold for what it is asked for. */
export const comesUnderPolicies = (
  mechanism: Mechanism,
  target: PlannedTarget,
  { context }: PlannedDocument,
): boolean =>
  context.serviceWorker === undefined || context.own !== 'script' || takesServiceWorker(mechanism, target);
