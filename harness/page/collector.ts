import { CHANNEL, type Message } from './plan.ts';

/** How far the connections of some documents have got. */
export interface Progress {
  /** `settled`: script will learn no more of any; `idle`: some are open, but nothing has moved for a while; `limit`: time ran out. */
  state: 'settled' | 'idle' | 'limit';
  /** Documents of which nothing was heard at all. */
  silent: string[];
}

/** Keeps what the globals of a top-level page have seen, for the engine to read. */
export class Collector {
  #messages: Message[] = [];
  #heard = new Set<() => void>();

  /** Takes a message event from a child; others are not ours. */
  take(event: MessageEvent): void {
    const message = event.data?.[CHANNEL] as Message | undefined;
    if (message !== undefined) this.keep(message);
  }

  keep(message: Message): void {
    this.#messages.push(message);
    for (const look of this.#heard) look();
  }

  /** Everything seen so far, in the order it was heard. */
  messages(): Message[] {
    return this.#messages;
  }

  /** Puts one frame per URL into this page. */
  frame(urls: readonly string[]): void {
    for (const url of urls) {
      const frame = document.createElement('iframe');
      frame.src = url;
      // Frames that may have a quota of their own for fetchLater() soon use up the page's; these are to share it.
      frame.allow = "deferred-fetch 'none'";
      document.body.append(frame);
    }
  }

  /**
   * Waits for the connections (document → cases). This paces the run and decides nothing: what is not settled then is
   * judged by its control.
   */
  wait(
    expected: Record<string, string[]>,
    { idle, limit }: { idle: number; limit: number },
  ): Promise<Progress> {
    return new Promise((resolve) => {
      const done = (state: Progress['state']) => {
        this.#heard.delete(look);
        clearTimeout(idleTimer);
        clearTimeout(limitTimer);
        const heard = new Set(this.#messages.map((message) => message.document));
        resolve({ state, silent: Object.keys(expected).filter((document) => !heard.has(document)) });
      };
      const look = () => {
        clearTimeout(idleTimer);
        const { called, settled } = this.#count(expected);
        if (settled) done('settled');
        else if (called) idleTimer = setTimeout(() => done('idle'), idle);
      };
      let idleTimer: ReturnType<typeof setTimeout> | undefined;
      const limitTimer = setTimeout(() => done('limit'), limit);
      this.#heard.add(look);
      look();
    });
  }

  #count(expected: Record<string, string[]>): { called: boolean; settled: boolean } {
    const called = new Set<string>();
    const settled = new Set<string>();
    const failed = new Set<string>();
    for (const message of this.#messages) {
      if (message.kind === 'called' || message.kind === 'settled') called.add(message.case);
      if (message.kind === 'settled') settled.add(message.case);
      if (message.kind === 'failed') failed.add(message.document);
    }
    const cases = Object.entries(expected).flatMap(([document, ids]) => (failed.has(document) ? [] : ids));
    return { called: cases.every((id) => called.has(id)), settled: cases.every((id) => settled.has(id)) };
  }
}
