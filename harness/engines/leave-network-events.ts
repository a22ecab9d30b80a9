import type { Browser } from 'playwright';

/** The part of Playwright's inside that this needs; it is no public interface, hence the careful steps. */
interface Inside {
  _connection?: { toImpl?(browser: Browser): { _browserSession?: BidiSession } | undefined };
}

interface BidiSession {
  send(method: 'session.unsubscribe', parameters: { events: readonly string[] }): Promise<unknown>;
}

/**
 * Unsubscribes a Firefox that Playwright drives over WebDriver BiDi from network events. The ledger is what tells of
 * the network here, and telling these events takes up a quarter of a run. Where this Playwright does not let it be
 * done, time is all that is lost.
 */
export async function leaveNetworkEvents(browser: Browser): Promise<void> {
  const session = (browser as Inside)._connection?.toImpl?.(browser)?._browserSession;
  await session?.send('session.unsubscribe', { events: ['network'] }).catch(() => {});
}
