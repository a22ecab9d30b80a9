import { tellLacking } from './lacking.ts';
import { type Away, CHANNEL, type PagePlan, teller, type Up } from './protocol.ts';

/** How often it is tried: a browser promises nobody to keep a document, and what else goes on in it decides. */
const ATTEMPTS = 5;

/** What the session's storage holds, in place of the attempts, once the connections are opened. */
const OPENED = 'opened';

/**
 * Leaves the document for another that comes back by the history, and goes on when the document has been taken out of the
 * back/forward cache. A browser that has not kept it loads it anew, and does so each time where it has no such cache: it
 * lacks what is asked for, and is said to.
 */
export function comeBack(plan: PagePlan, { before }: Away, go: () => void): void {
  const shown = ({ persisted }: PageTransitionEvent) => {
    const attempts = sessionStorage.getItem(CHANNEL);
    if (attempts !== OPENED && !persisted && Number(attempts) < ATTEMPTS) {
      sessionStorage.setItem(CHANNEL, String(Number(attempts) + 1));
      leaveFor(before);
      return;
    }
    removeEventListener('pageshow', shown);
    if (persisted) go();
    // It was to be kept once more, and what it had to tell went with it.
    else if (attempts === OPENED) teller(plan, speak())({ kind: 'unloaded' });
    else tellLacking(plan, speak(), 'the document was not kept in the back/forward cache');
  };
  addEventListener('pageshow', shown);
}

/** Leaves the document once more, its connections being opened, and goes on when it has been taken out of the cache again. */
export function comeBackAgain(after: string, go: () => void): void {
  sessionStorage.setItem(CHANNEL, OPENED);
  addEventListener('pageshow', go, { once: true });
  leaveFor(after);
}

/** An entry of its own in the history comes of a navigation only that begins after the load. */
const leaveFor = (url: string): void => void setTimeout(() => location.assign(url));

/**
 * Speaks by a channel that has the document's URL for its name, and closes the window when it is told to. An open channel
 * would keep the document out of the cache.
 */
export function speak(): Up {
  // A hyperlink with a ping leads to a fragment.
  const channel = new BroadcastChannel(location.href.replace(/#.*/, ''));
  channel.addEventListener('message', ({ data }) => {
    if (data === 'close') close();
  });
  return (message) => channel.postMessage({ [CHANNEL]: message });
}
