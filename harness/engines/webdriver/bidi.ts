import { once } from 'node:events';
import { WebSocket } from 'ws';
import { EngineError } from '../errors.ts';
import { LIMITS, within } from '../time-limits.ts';

/** What comes over the wire: https://www.w3.org/TR/webdriver-bidi/#protocol-definition */
interface Message {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: unknown;
}

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

  /** @throws {EngineError} with the browser's own words, or where it does not answer */
  async send<T = unknown>(method: string, params: object): Promise<T> {
    this.#last += 1;
    const id = this.#last;
    const answered = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await within(LIMITS.command, method, answered);
    if (type === 'error') throw new EngineError('protocol', `${method}: ${error}: ${message}`);
    return result as T;
  }

  /** Hears an event, once it is subscribed to. */
  on<T>(event: string, listener: (params: T) => void): void {
    this.#listeners.set(event, listener);
  }

  close(): void {
    this.#socket.close();
  }

  #take(message: Message): void {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    else this.#listeners.get(message.method ?? '')?.(message.params as never);
  }
}
