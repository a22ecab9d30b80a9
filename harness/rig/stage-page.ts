import { CHANNEL } from '../agent/protocol.ts';
import { EngineError, type EnginePage } from '../engines/engine.ts';
import { type Heard, read } from './heard.ts';

/** A page of a stage, and what it has told. A document in it may lead the page away: then it tells no more. */
export class StagePage {
  readonly page: EnginePage;
  /** The documents that were opened in it. */
  readonly documents = new Set<string>();
  readonly heard: Heard[] = [];
  #count = 0;
  #collector: string | null = null;
  /** That it was left has been taken in. */
  #ended = false;

  constructor(page: EnginePage) {
    this.page = page;
  }

  /** Whether another page has come in the place of the one that was opened. */
  get left(): boolean {
    return this.#collector === null;
  }

  /**
   * @param agent the agent's script where the driver has to bring it in, since the page has no script of its own
   * @throws EngineError when the browser crashes, hangs, or cannot load the URL
   */
  async open(url: string, agent: string | null = null): Promise<void> {
    await this.page.goto(url);
    if (agent !== null) await this.page.evaluate(`(() => {\n${agent}\n})()`);
    this.#collector = await this.#currentCollector();
  }

  /**
   * Calls a method of the page's collector.
   *
   * @param call as in script: `wait({})`
   * @returns what it gives; null where the page was left
   * @throws EngineError when the browser crashes or hangs, or the method fails
   */
  async ask(call: string): Promise<unknown> {
    if (this.left) return null;
    const same = `globalThis.${CHANNEL}?.id === ${JSON.stringify(this.#collector)}`;
    try {
      const answer = await this.page.evaluate<{ value: unknown } | null>(
        `${same} ? Promise.resolve(${CHANNEL}.${call}).then((value) => ({ value: value ?? null })) : null`,
      );
      if (answer !== null) return answer.value;
    } catch (error) {
      if (!mayBeLeft(error) || (await this.#currentCollector()) === this.#collector) throw error;
    }
    this.#collector = null;
    return null;
  }

  /** Takes in what was told since the last time; of a page that was left, that each of its documents was. */
  async listen(secret: string, run: string): Promise<void> {
    if (this.#ended) return;
    // As text, and only what is new: protocols take long over large structures.
    const text = await this.ask(`messages(${this.#count})`);
    if (this.left) {
      this.#ended = true;
      const time = performance.timeOrigin + performance.now();
      for (const document of this.documents) this.heard.push({ kind: 'unloaded', document, key: '', time });
      return;
    }
    const told = read(text, secret, run);
    if (told === null) {
      const reason = 'what its page had to tell was no list of messages';
      for (const document of this.documents) this.heard.push({ kind: 'refused', document, reason });
      return;
    }
    this.#count += told.count;
    this.heard.push(...told.heard);
  }

  /** The collector of the page that is there now; null where there is none, or another page is just about to come. */
  async #currentCollector(): Promise<string | null> {
    try {
      const id = await this.page.evaluate<unknown>(`globalThis.${CHANNEL}?.id ?? null`);
      return typeof id === 'string' ? id : null;
    } catch (error) {
      if (mayBeLeft(error)) return null;
      throw error;
    }
  }
}

/** Whether an error of the engine may come from the page being left: what is evaluated meanwhile ends in one. */
const mayBeLeft = (error: unknown): boolean =>
  error instanceof EngineError && (error.kind === 'protocol' || error.kind === 'script');
