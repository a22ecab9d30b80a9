import type { Browser, Page } from 'playwright';

/**
 * The parts of Playwright's inside that this file needs; they are no public interface, hence the careful steps: where this
 * Playwright does not let it be done, time is all that is lost.
 *
 * Playwright has browsers tell it of every request. The ledger is what tells of the network here, and telling takes up a
 * quarter of a run.
 */
interface Inside<T> {
  _connection?: { toImpl?(object: object): T | undefined };
}

interface Session {
  send(method: 'session.unsubscribe' | 'Network.disable', parameters?: object): Promise<unknown>;
}

interface ChromiumPage {
  delegate?: {
    _networkManager?: { _sessions?: ReadonlyMap<Session, unknown>; addSession?: () => Promise<void> };
  };
}

/** Unsubscribes a Firefox that Playwright drives over WebDriver BiDi from network events. */
export async function leaveFirefoxNetworkEvents(browser: Browser): Promise<void> {
  const inside = (browser as Inside<{ _browserSession?: Session }>)._connection?.toImpl?.(browser);
  await inside?._browserSession?.send('session.unsubscribe', { events: ['network'] }).catch(() => {});
}

/** Has a page of Chromium, and every frame and worker that it will have, tell nothing of the network. */
export async function leaveChromiumNetworkEvents(page: Page): Promise<void> {
  const manager = (page as Inside<ChromiumPage>)._connection?.toImpl?.(page)?.delegate?._networkManager;
  if (typeof manager?.addSession !== 'function') return;
  manager.addSession = async () => {};
  const sessions = [...(manager._sessions?.keys() ?? [])];
  await Promise.all(sessions.map((session) => session.send('Network.disable').catch(() => {})));
}
