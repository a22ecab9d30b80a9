import { UserError } from '../errors.ts';
import { type PlannedScenario, urlsOf } from './plan.ts';
import { WEBTRANSPORT_HOST, WEBTRANSPORT_PORT } from './world.ts';

const authority = `${WEBTRANSPORT_HOST}:${WEBTRANSPORT_PORT}`;

/**
 * Browsers go around the proxy for WebTransport and its host, and so around the ledger: what leads there by another
 * mechanism, or from there by this one, would arrive unseen. Reject it before anything runs.
 */
export function checkWebTransport({ documents, cases, file, scenario }: PlannedScenario): void {
  const where = `${file}: scenario "${scenario.id}"`;
  const isOurs = (url: string) => new URL(url).hostname === WEBTRANSPORT_HOST;
  const page = documents.map((document) => document.page).find(isOurs);
  if (page !== undefined)
    throw new UserError(
      `${where}: no page can be opened at ${page}`,
      `${authority} is for WebTransport only.`,
    );
  for (const { mechanism, target } of cases) {
    const only = mechanism.name === 'WebTransport';
    const wrong = urlsOf(target).find((url) => (only ? new URL(url).host !== authority : isOurs(url)));
    if (wrong !== undefined)
      throw new UserError(
        `${where}: ${mechanism.name} cannot be aimed at ${wrong}`,
        only ? `Aim it at https://${authority}/.` : `${authority} is for WebTransport only.`,
      );
  }
}
