import { documentUrl, goneUrl, isNetworkUrl } from './address.ts';
import { reportUrl } from './delivery.ts';
import { type PlannedScenario, urlsOf } from './plan.ts';

/**
 * The hosts of a question of the user's own: those of its pages and of its connections, redirects included, and of our
 * collector where it asks for reports, and the one that is told where a document leaves. The servers play these and no other,
 * so that nothing leaves the machine.
 *
 * @returns host names as `URL.hostname` gives them, each once, sorted
 */
export function hostsOf(scenarios: readonly PlannedScenario[]): string[] {
  const urls = scenarios.flatMap(({ documents, cases }) => [
    ...documents.map(({ page }) => page),
    ...documents.filter(({ reports }) => reports !== null).map(reportUrl),
    ...documents.filter(({ context }) => context.leaves).map((one) => goneUrl(documentUrl(one))),
    ...documents.map(({ context }) => context.serviceWorker ?? '').filter(isNetworkUrl),
    ...cases.flatMap(({ target }) => urlsOf(target)).filter(isNetworkUrl),
  ]);
  return [...new Set(urls.map((url) => new URL(url).hostname))].sort();
}
