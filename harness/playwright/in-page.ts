import type { ReportedViolation } from '../advice/reported-violation.ts';

/**
 * What runs in the page. Each function is handed over as text, so that none may use anything but its parameters and what
 * a browser has.
 */

/** The symbol under which a page keeps which URLs are being tried. */
export const ATTEMPTS = 'connect-src-conformance/attempts';

/** The ways to connect that can be tried. */
export type By = 'fetch' | 'XMLHttpRequest' | 'WebSocket' | 'EventSource' | 'sendBeacon';

/** What came of an attempt. */
export interface Attempt {
  /** The URL, as the page understands it. */
  url: string;
  by: By;
  /** The violations that it fired, enforced and report-only ones. */
  violations: ReportedViolation[];
  /** `untold` where script is never told, as by sendBeacon(). */
  outcome: 'connected' | 'failed' | 'pending' | 'untold';
  /** The outcome in words. */
  saw: string;
  /**
   * Whether a control spoke: the same attempt, started later in a frame that forbids it, has fired its violation. What the
   * page's own attempt has not fired by then, it does not fire.
   */
  controlled: boolean;
}

/** The fields of a violation event. */
export function eventFields(event: SecurityPolicyViolationEvent): ReportedViolation {
  return {
    by: 'event',
    documentURI: event.documentURI,
    blockedURI: event.blockedURI,
    effectiveDirective: event.effectiveDirective,
    originalPolicy: event.originalPolicy,
    disposition: event.disposition,
    sourceFile: event.sourceFile || null,
    lineNumber: event.lineNumber || null,
    columnNumber: event.columnNumber || null,
    global: typeof document === 'object' ? 'document' : 'worker',
  };
}

/** Tries a connection in the page, and watches what its policies say. */
export async function attempt(
  fieldsOf: typeof eventFields,
  asked: { url: string; by: By | null; timeout: number; attempts: string },
): Promise<Attempt> {
  type Global = Window & typeof globalThis;
  type Seen = Pick<Attempt, 'outcome' | 'saw'>;
  const target = new URL(asked.url, document.baseURI);
  target.hash = '';
  const url = target.href;
  const by = asked.by ?? (/^wss?:$/.test(target.protocol) ? 'WebSocket' : 'fetch');
  const violations: ReportedViolation[] = [];

  /** An event may have the URL after an upgrade to https: or wss:, and of a local URL only the scheme. */
  const isIt = (blocked: string): boolean => {
    if (blocked === url || `${blocked}:` === target.protocol) return true;
    const withoutScheme = (text: string) => text.replace(/^(https?|wss?):\/\/([^@/]*@)?/, '//');
    return withoutScheme(blocked) === withoutScheme(url);
  };
  const hear = (event: SecurityPolicyViolationEvent) => {
    const fields = fieldsOf(event);
    if (fields.effectiveDirective === 'connect-src' && isIt(fields.blockedURI)) violations.push(fields);
  };

  const ways: Record<By, (global: Global, see: (seen: Seen) => void) => unknown> = {
    // No preflight and no CORS check, which are no policy's affair.
    fetch: (global, see) =>
      global.fetch(url, { mode: 'no-cors', cache: 'no-store' }).then(
        () => see({ outcome: 'connected', saw: 'the promise was fulfilled' }),
        (error) => see({ outcome: 'failed', saw: `the promise was rejected with ${error}` }),
      ),
    XMLHttpRequest(global, see) {
      const xhr = new global.XMLHttpRequest();
      xhr.onload = () => see({ outcome: 'connected', saw: `load was fired, status ${xhr.status}` });
      xhr.onerror = () => see({ outcome: 'failed', saw: 'error was fired' });
      xhr.open('GET', url);
      xhr.send();
    },
    WebSocket(global, see) {
      const socket = new global.WebSocket(url);
      socket.onopen = () => {
        see({ outcome: 'connected', saw: 'open was fired' });
        socket.close();
      };
      socket.onclose = ({ code }) => see({ outcome: 'failed', saw: `close was fired, code ${code}` });
    },
    EventSource(global, see) {
      const source = new global.EventSource(url);
      const end = (seen: Seen) => {
        source.close();
        see(seen);
      };
      source.onopen = () => end({ outcome: 'connected', saw: 'open was fired' });
      source.onerror = () => end({ outcome: 'failed', saw: 'error was fired' });
    },
    sendBeacon(global, see) {
      const queued = global.navigator.sendBeacon(url);
      see({ outcome: queued ? 'untold' : 'failed', saw: `it gave ${queued}` });
    },
  };
  const open = (global: Global): Promise<Seen> =>
    new Promise((see) => {
      try {
        ways[by](global, see);
      } catch (error) {
        see({ outcome: 'failed', saw: `it threw ${error}` });
      }
    });
  const within = <T>(result: Promise<T>, otherwise: T): Promise<T> =>
    Promise.race([result, new Promise<T>((resolve) => setTimeout(resolve, asked.timeout, otherwise))]);

  /** A frame has the policies of its creator; this one has `connect-src 'none'` besides. */
  const control = async (): Promise<boolean> => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    try {
      const loaded = new Promise((resolve) => {
        frame.onload = resolve;
      });
      document.documentElement.append(frame);
      await loaded;
      const inside = frame.contentWindow as Global;
      Reflect.set(inside, Symbol.for(asked.attempts), attempts);
      const meta = inside.document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = "connect-src 'none'";
      inside.document.head.append(meta);
      const fired = new Promise<boolean>((resolve) => {
        inside.addEventListener('securitypolicyviolation', () => resolve(true), true);
      });
      void open(inside);
      return await within(fired, false);
    } catch {
      // The page is sandboxed, and reaches no frame.
      return false;
    } finally {
      frame.remove();
    }
  };

  const key = Symbol.for(asked.attempts);
  const attempts = (Reflect.get(globalThis, key) ?? new Set()) as Set<(blocked: string) => boolean>;
  Reflect.set(globalThis, key, attempts);
  attempts.add(isIt);
  addEventListener('securitypolicyviolation', hear, true);
  try {
    const seen = await within<Seen>(open(window), {
      outcome: 'pending',
      saw: `nothing came of it in ${asked.timeout} ms`,
    });
    const isBlocked = () => violations.some(({ disposition }) => disposition === 'enforce');
    // Without a need for it there is no control: where a policy blocks, it would be reported a second time.
    const controlled = seen.outcome !== 'connected' && !isBlocked() && (await control());
    // The events of further policies follow the first one.
    await new Promise((resolve) => setTimeout(resolve));
    return { url, by, violations, ...seen, controlled };
  } finally {
    removeEventListener('securitypolicyviolation', hear, true);
    attempts.delete(isIt);
  }
}
