import { UserError } from '../../errors.ts';
import { type PlannedScenario, urlsOf } from '../plan.ts';
import { UDP_PORTS, WEBTRANSPORT_HOST, WEBTRANSPORT_PORT } from '../world.ts';

/** How many WebTransport cases can run together: each has a UDP port, and so have its open control, that once more, and its closed one. */
export const MOST_SESSIONS = UDP_PORTS / 4;

/** How many cases of a scenario are WebTransport's. */
export const sessionsOf = ({ cases }: PlannedScenario): number =>
  cases.filter(({ mechanism }) => mechanism.name === 'WebTransport').length;

const authority = `${WEBTRANSPORT_HOST}:${WEBTRANSPORT_PORT}`;

/**
 * Browsers go around the proxy for WebTransport and its host, and so around the ledger: what leads there by another
 * mechanism, or from there by this one, would arrive unseen. Reject it before anything runs.
 */
export function checkWebTransport(planned: PlannedScenario): void {
  const { documents, cases, file, scenario } = planned;
  const where = `${file}: scenario "${scenario.id}"`;
  const isOurs = (url: string) => new URL(url).hostname === WEBTRANSPORT_HOST;
  const page = documents.map((document) => document.page).find(isOurs);
  if (page !== undefined)
    throw new UserError(
      `${where}: no page can be opened at ${page}`,
      `${authority} is for WebTransport only.`,
    );
  const sessions = sessionsOf(planned);
  if (sessions > MOST_SESSIONS)
    throw new UserError(
      `${where}: it has ${sessions} WebTransport cases, and there are UDP ports for ${MOST_SESSIONS} and their controls`,
      'Split it into several scenarios.',
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
