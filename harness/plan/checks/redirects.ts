import { UserError } from '../../errors.ts';
import type { PlannedScenario } from '../plan.ts';

/** FETCH#http-redirect-fetch: "If request's redirect count is 20, then return a network error." */
export const MAX_REDIRECTS = 20;

/** A target behind more redirects than Fetch follows would never be reached, whatever the policy: reject it before anything runs. */
export function checkRedirects({ cases, file, scenario }: PlannedScenario): void {
  const bad = cases.find(({ target }) => target.redirects.length > MAX_REDIRECTS);
  if (bad === undefined) return;
  throw new UserError(
    `${file}: scenario "${scenario.id}": ${bad.target.url} has ${bad.target.redirects.length} redirects, and Fetch follows ${MAX_REDIRECTS}, whatever the policy`,
    `Write at most ${MAX_REDIRECTS}.`,
  );
}
