import { CHANNEL, type Message, type Tell, teller } from './protocol.ts';

/** A document to be put into a frame, and the cases it opens. */
export interface FrameTask {
  url: string;
  document: string;
  key: string;
  cases: readonly string[];
  /** What to ask for when the document is gone: its redirects are held back until then; null where it stays, or asks itself. */
  gone: string | null;
}

/** How a page is worked through. Nothing of it decides a verdict; times are in milliseconds. */
export interface Pace {
  /** How many frames may be at work at a time. */
  width: number;
  /** How long nothing may move, once all connections are opened, before no more is waited for. */
  idle: number;
  /** How long a document may take in all. */
  limit: number;
}

/** How far a document has come. */
interface Progress {
  called: Set<unknown>;
  settled: Set<unknown>;
  /** It will tell no more: it could not run, or was left. */
  ended: boolean;
}

/** Keeps what the globals of a top-level page have seen, for the engine to read, and puts documents into its frames. */
export class Collector {
  /** Tells this page from whatever may come in its place. */
  readonly id = `${Date.now()} ${Math.random()}`;
  /** What was said, as text: whatever a page sends can be kept and read, and the engine takes text. */
  #texts: string[] = [];
  /** What each document has still to tell. */
  #progress = new Map<unknown, Progress>();
  #heard = new Set<(document: unknown) => void>();
  /** Frames that wait for their turn. */
  #queue: FrameTask[] = [];
  /** Documents whose frames are at work; each with what looks whether it is done. */
  #working = new Map<unknown, () => void>();
  /** When the last document was begun, by the page's clock. */
  #begun = performance.now();

  /** Takes a message event from a child; others are not ours. What is in it is checked by whoever reads it. */
  take(event: MessageEvent): void {
    const message: unknown = event.data?.[CHANNEL];
    if (message !== undefined) this.keep(message as Message);
  }

  keep(message: Message): void {
    this.#texts.push(textOf(message));
    const { kind, case: id, document } = Object(message) as Record<string, unknown>;
    const open = this.#of(document);
    if (kind === 'called' || kind === 'settled') open.called.add(id);
    if (kind === 'settled') open.settled.add(id);
    if (kind === 'failed' || kind === 'unloaded') open.ended = true;
    this.#working.get(document)?.();
    for (const look of this.#heard) look(document);
  }

  #of(document: unknown): Progress {
    const progress = this.#progress.get(document) ?? { called: new Set(), settled: new Set(), ended: false };
    this.#progress.set(document, progress);
    return progress;
  }

  /** What was said since the first `from` messages, in the order it was heard, as the text of a JSON array. */
  messages(from: number): string {
    return `[${this.#texts.slice(from).join()}]`;
  }

  /** Puts each document into a frame of this page, so many at a time as the pace says. */
  frame(tasks: readonly FrameTask[], pace: Pace): void {
    this.#queue.push(...tasks);
    this.#fill(pace);
  }

  #fill(pace: Pace): void {
    while (this.#working.size < pace.width) {
      const task = this.#queue.shift();
      if (task === undefined) return;
      this.#begin(task, pace);
    }
  }

  /** A document makes room for the next when it is done, when nothing of it moves any more, or when it takes too long. */
  #begin({ document, cases, ...task }: FrameTask, pace: Pace): void {
    let idleTimer: ReturnType<typeof setTimeout> | undefined;
    const done = () => {
      clearTimeout(idleTimer);
      clearTimeout(limitTimer);
      if (this.#working.delete(document)) this.#fill(pace);
    };
    const limitTimer = setTimeout(done, pace.limit);
    this.#working.set(document, () => {
      clearTimeout(idleTimer);
      if (this.#has('settled', document, cases)) {
        if (task.gone !== null) void fetch(task.gone, { mode: 'no-cors' });
        done();
      } else if (this.#has('called', document, cases)) idleTimer = setTimeout(done, pace.idle);
    });
    this.#begun = performance.now();
    const tell = teller({ document, key: task.key }, (message) => this.keep(message));
    putIntoFrame(task.url, tell);
  }

  /**
   * Waits for the connections (document → cases): until script will learn no more of any, nothing has moved for a while,
   * or the last document has had its time. This paces the run and decides nothing: what is not settled then is judged by
   * its control.
   *
   * @param turn how long to wait at most, in milliseconds: what drives the page may not wait long for an answer
   * @returns whether there is nothing left to wait for
   */
  wait(expected: Readonly<Record<string, readonly string[]>>, pace: Pace, turn: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (over: boolean) => {
        this.#heard.delete(look);
        for (const timer of [idleTimer, limitTimer, turnTimer]) clearTimeout(timer);
        resolve(over);
      };
      const uncalled = new Set<unknown>(Object.keys(expected));
      const unsettled = new Set<unknown>(Object.keys(expected));
      const look = (document: unknown) => {
        clearTimeout(idleTimer);
        const cases = expected[document as string] ?? [];
        if (uncalled.has(document) && this.#has('called', document, cases)) uncalled.delete(document);
        if (unsettled.has(document) && this.#has('settled', document, cases)) unsettled.delete(document);
        if (unsettled.size === 0) end(true);
        else if (uncalled.size === 0) idleTimer = setTimeout(end, pace.idle, true);
      };
      const outOfTime = () => {
        const left = this.#begun + pace.limit - performance.now();
        if (left <= 0 && this.#queue.length === 0) end(true);
        else limitTimer = setTimeout(outOfTime, Math.max(left, pace.idle));
      };
      let idleTimer: ReturnType<typeof setTimeout> | undefined;
      let limitTimer: ReturnType<typeof setTimeout> | undefined;
      const turnTimer = setTimeout(end, turn, false);
      this.#heard.add(look);
      outOfTime();
      for (const document of Object.keys(expected)) look(document);
      if (unsettled.size === 0) end(true);
    });
  }

  /** Whether all of a document's cases have come so far; one that ended will tell no more of any. */
  #has(what: 'called' | 'settled', document: unknown, cases: readonly string[]): boolean {
    const open = this.#of(document);
    return open.ended || cases.every((id) => open[what].has(id));
  }
}

/** Puts a document into a frame of this page, and keeps watch whether the frame still holds it. */
function putIntoFrame(url: string, tell: Tell): void {
  const frame = document.createElement('iframe');
  let readable = false;
  let loads = 0;
  frame.addEventListener('load', () => {
    loads += 1;
    const shown = frame.contentDocument;
    // A document in an opaque origin cannot be looked into: only one that comes after another is not ours.
    const left = shown === null ? readable || loads > 1 : shown.URL.replace(/#.*/, '') !== url;
    readable = shown !== null;
    if (left) tell({ kind: 'unloaded' });
  });
  frame.src = url;
  // Frames that may have a quota of their own for fetchLater() soon use up the page's; these are to share it.
  frame.allow = "deferred-fetch 'none'";
  document.body.append(frame);
}

/** As JSON; what cannot be written so is no message of ours, and is kept as null for the reader to refuse. */
function textOf(message: unknown): string {
  try {
    return JSON.stringify(message) ?? 'null';
  } catch {
    return 'null';
  }
}
