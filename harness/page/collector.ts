import { CHANNEL, type Message } from './plan.ts';

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
   * Waits for the connections (document → cases): until script will learn no more of any, nothing has moved for a while,
   * or time runs out. This paces the run and decides nothing: what is not settled then is judged by its control.
   */
  wait(expected: Record<string, string[]>, { idle, limit }: { idle: number; limit: number }): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#heard.delete(look);
        clearTimeout(idleTimer);
        clearTimeout(limitTimer);
        resolve();
      };
      const look = () => {
        clearTimeout(idleTimer);
        const { called, settled } = this.#count(expected);
        if (settled) done();
        else if (called) idleTimer = setTimeout(done, idle);
      };
      let idleTimer: ReturnType<typeof setTimeout> | undefined;
      const limitTimer = setTimeout(done, limit);
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
