import { type Failure, now } from './failure.ts';

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
  /** It was refused: its host is not part of the world, or it did not come through the proxy. */
  readonly refused?: true;
}

interface Waiter {
  matches(entry: LedgerEntry): boolean;
  settle(entry: LedgerEntry | null): void;
}

/** Everything that left the browser, in order of arrival: the ground truth for "did it leave"; and what failed on our side. */
export class Ledger {
  #run: string | null = null;
  #entries: LedgerEntry[] = [];
  #byCase = new Map<string, LedgerEntry[]>();
  #strays: LedgerEntry[] = [];
  #failures: Failure[] = [];
  #waiters = new Set<Waiter>();

  /** The run that arrivals have to name, as it was given to `reset`; null where any counts. */
  get run(): string | null {
    return this.#run;
  }

  /** All arrivals since the last reset. */
  entries(): LedgerEntry[] {
    return [...this.#entries];
  }

  /** The arrivals that carry this case id. */
  of(caseId: string): LedgerEntry[] {
    return [...(this.#byCase.get(caseId) ?? [])];
  }

  /**
   * What arrived since the last reset and is no evidence: it names a case but not this run (it is late, or nobody of
   * ours sent it), it came to another URL than its case was to go to, or a site refused it.
   */
  strays(): LedgerEntry[] {
    return [...this.#strays];
  }

  /** What failed on our side since the last reset. */
  failures(): Failure[] {
    return [...this.#failures];
  }

  /**
   * Gives the first entry that matches, now or later.
   *
   * @param options.case only entries with this case id are looked at
   * @returns null when `timeoutMs` milliseconds went by, or the ledger was reset, without one
   */
  waitFor(
    predicate: (entry: LedgerEntry) => boolean,
    { timeoutMs, case: caseId }: { timeoutMs: number; case?: string },
  ): Promise<LedgerEntry | null> {
    const present = (caseId === undefined ? this.#entries : this.of(caseId)).find(predicate);
    if (present) return Promise.resolve(present);
    return new Promise((resolve) => {
      const settle = (entry: LedgerEntry | null) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(entry);
      };
      const matches = (entry: LedgerEntry) =>
        (caseId === undefined || entry.case === caseId) && predicate(entry);
      const waiter: Waiter = { matches, settle };
      const timer = setTimeout(settle, timeoutMs, null);
      this.#waiters.add(waiter);
    });
  }

  /** Writes an arrival down and wakes who waited for it; one that does not name this run is kept apart. */
  record(entry: LedgerEntry): void {
    if (!this.#isOfThisRun(entry)) {
      this.stray(entry);
      return;
    }
    this.#entries.push(entry);
    if (entry.case !== null) {
      const sameCase = this.#byCase.get(entry.case);
      if (sameCase) sameCase.push(entry);
      else this.#byCase.set(entry.case, [entry]);
    }
    this.#wake(entry);
  }

  /** Keeps an arrival apart: it is evidence for nothing. */
  stray(entry: LedgerEntry): void {
    this.#strays.push(entry);
  }

  /** Writes a failure of our own down, with the time of now. */
  fail(failure: Omit<Failure, 'time'>): void {
    this.#failures.push({ time: now(), ...failure });
  }

  /** Adds the body to an entry already recorded, and wakes who waited for that. */
  addBody(entry: LedgerEntry, body: string): void {
    entry.body = body;
    if (this.#entries.includes(entry)) this.#wake(entry);
  }

  /**
   * Starts over.
   *
   * @param run what every URL of a case carries as `run` from now on; null where any counts
   */
  reset(run: string | null = null): void {
    this.#run = run;
    this.#entries = [];
    this.#byCase.clear();
    this.#strays = [];
    this.#failures = [];
    for (const waiter of [...this.#waiters]) waiter.settle(null);
  }

  /** What names neither case nor run, such as an icon or a report, belongs to whoever is running. */
  #isOfThisRun({ case: caseId, run }: LedgerEntry): boolean {
    return this.#run === null || run === this.#run || (caseId === null && run === null);
  }

  #wake(entry: LedgerEntry): void {
    for (const waiter of [...this.#waiters]) if (waiter.matches(entry)) waiter.settle(entry);
  }
}
