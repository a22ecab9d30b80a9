/** What kind of thing arrived. `handshake` is a WebSocket upgrade, `quic` the first packet of a QUIC connection. */
export type LedgerKind = 'request' | 'preflight' | 'redirect' | 'handshake' | 'report' | 'connect' | 'quic';

/** One arrival at the local world. */
export interface LedgerEntry {
  /** When the head of the request was read: milliseconds since the epoch, with a fraction. */
  readonly time: number;
  readonly kind: LedgerKind;
  /** The query parameters `case`, `document` and `run`; null when absent. */
  readonly case: string | null;
  readonly document: string | null;
  readonly run: string | null;
  /** The place in a redirect chain (query parameter `hop`); 0 for the first request. */
  readonly hop: number;
  readonly method: string;
  /** What the client meant: `scheme://host[:port]/path?query`; for `connect` just the authority, `host:port`. */
  readonly url: string;
  /** Names in lower case; lines of the same name are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The status it was answered with; 0 where there is no answer (`quic`). */
  readonly status: number;
  /** The first 4 KB of the body. Set when the body has been read, which may be after the entry was made. */
  body?: string;
  /** The parsed body of a report; absent when it is not JSON. */
  readonly report?: unknown;
  /** The proxy refused it, for its host is not part of the world. */
  readonly refused?: true;
}

interface Waiter {
  matches(entry: LedgerEntry): boolean;
  settle(entry: LedgerEntry | null): void;
}

/** Everything that left the browser, in order of arrival: the ground truth for "did it leave". */
export class Ledger {
  #entries: LedgerEntry[] = [];
  #strays: LedgerEntry[] = [];
  #retiredRuns = new Set<string>();
  #waiters = new Set<Waiter>();

  /** All arrivals since the last reset. */
  entries(): LedgerEntry[] {
    return [...this.#entries];
  }

  /** The arrivals that carry this case id. */
  of(caseId: string): LedgerEntry[] {
    return this.#entries.filter((entry) => entry.case === caseId);
  }

  /** Arrivals that carry the `run` of before a reset: late, and not evidence for anything now. */
  strays(): LedgerEntry[] {
    return [...this.#strays];
  }

  /**
   * Gives the first entry that matches, now or later.
   *
   * @returns null when `timeoutMs` milliseconds went by, or the ledger was reset, without one
   */
  waitFor(
    predicate: (entry: LedgerEntry) => boolean,
    { timeoutMs }: { timeoutMs: number },
  ): Promise<LedgerEntry | null> {
    const present = this.#entries.find(predicate);
    if (present) return Promise.resolve(present);
    return new Promise((resolve) => {
      const settle = (entry: LedgerEntry | null) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(entry);
      };
      const waiter: Waiter = { matches: predicate, settle };
      const timer = setTimeout(settle, timeoutMs, null);
      this.#waiters.add(waiter);
    });
  }

  /** Writes an arrival down and wakes who waited for it. */
  record(entry: LedgerEntry): void {
    if (entry.run !== null && this.#retiredRuns.has(entry.run)) {
      this.#strays.push(entry);
      return;
    }
    this.#entries.push(entry);
    this.#wake(entry);
  }

  /** Adds the body to an entry already recorded, and wakes who waited for that. */
  addBody(entry: LedgerEntry, body: string): void {
    entry.body = body;
    if (this.#entries.includes(entry)) this.#wake(entry);
  }

  /** Starts over. The runs seen so far are retired: what still arrives from them is kept apart, see `strays`. */
  reset(): void {
    for (const { run } of this.#entries) if (run !== null) this.#retiredRuns.add(run);
    this.#entries = [];
    this.#strays = [];
    for (const waiter of [...this.#waiters]) waiter.settle(null);
  }

  #wake(entry: LedgerEntry): void {
    for (const waiter of [...this.#waiters]) if (waiter.matches(entry)) waiter.settle(entry);
  }
}

/** The current time as ledger entries hold it: milliseconds since the epoch, with a fraction. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
