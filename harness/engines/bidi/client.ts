import { once } from 'node:events';
import { WebSocket } from 'ws';
import { EngineError } from '../errors.ts';
import { LIMITS, within } from '../time-limits.ts';

/** What comes over the wire, where a Firefox of 115 leaves its type out: https://www.w3.org/TR/webdriver-bidi/#protocol-definition */
interface Message {
  id?: number;
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: unknown;
}

/** The browser's word for a command that it does not have: https://www.w3.org/TR/webdriver-bidi/#errors */
const UNKNOWN_COMMAND = 'unknown command';

/** What a command came to where its connection ended first. */
const GONE: Message = { error: 'the connection ended' };

/** A connection to a session over WebDriver BiDi. */
export class BidiClient {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #listeners = new Map<string, (params: never) => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('message', (data) => this.#take(JSON.parse(String(data)) as Message));
    socket.on('close', () => {
      for (const answer of this.#waiting.values()) answer(GONE);
    });
  }

  /** @throws {EngineError} where nobody answers there */
  static async connect(url: string): Promise<BidiClient> {
    const socket = new WebSocket(url);
    try {
      await within(LIMITS.launch, 'connecting over WebDriver BiDi', once(socket, 'open'));
    } catch (cause) {
      socket.on('error', () => {});
      socket.terminate();
      throw new EngineError('protocol', `WebDriver BiDi: ${(cause as Error).message}`, { cause });
    }
    return new BidiClient(socket);
  }

  /**
   * @param limit how long an answer may take, in milliseconds
   * @throws {EngineError} with the browser's own words; `crash` where it is gone, `timeout` where it does not answer
   */
  async send<T = unknown>(method: string, params: object, limit: number = LIMITS.command): Promise<T> {
    const answer = await this.#ask(method, params, limit);
    if (answer.error !== undefined) throw failure(method, answer);
    return answer.result as T;
  }

  /** Like {@link send}, and null where the browser does not know the command. */
  async sendIfKnown<T>(method: string, params: object): Promise<T | null> {
    const answer = await this.#ask(method, params, LIMITS.command);
    if (answer.error === undefined) return answer.result as T;
    if (answer.error === UNKNOWN_COMMAND) return null;
    throw failure(method, answer);
  }

  /** Hears an event, once it is subscribed to. */
  on<T>(event: string, listener: (params: T) => void): void {
    this.#listeners.set(event, listener);
  }

  close(): void {
    this.#socket.close();
  }

  async #ask(method: string, params: object, limit: number): Promise<Message> {
    if (this.#socket.readyState !== WebSocket.OPEN) return GONE;
    this.#last += 1;
    const id = this.#last;
    const answered = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    try {
      return await within(limit, method, answered);
    } finally {
      this.#waiting.delete(id);
    }
  }

  #take(message: Message): void {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    else this.#listeners.get(message.method ?? '')?.(message.params as never);
  }
}

function failure(method: string, answer: Message): EngineError {
  const { error, message } = answer;
  const what = [method, error, message].filter(Boolean).join(': ');
  // A command to a tab whose process died has no tab any more.
  const gone = answer === GONE || error === 'no such frame';
  return new EngineError(gone ? 'crash' : 'protocol', what);
}
