import { isNetworkUrl } from './address.ts';
import type { PlannedCase } from './plan.ts';

/** Whether servers witness a case. What needs no network is witnessed by script, and so is a global behind a service worker. */
export const witnessedByNetwork = ({ target, document }: Pick<PlannedCase, 'target' | 'document'>): boolean =>
  isNetworkUrl(target.url) && document.context.witness !== 'script';
