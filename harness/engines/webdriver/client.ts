import { EngineError, type EngineErrorKind } from '../errors.ts';
import { LIMITS } from '../time-limits.ts';

/** What a session was made with, as far as the harness reads it. */
export interface SessionCapabilities {
  browserName?: string;
  /** Where it speaks WebDriver BiDi, if it was asked to: https://www.w3.org/TR/webdriver-bidi/#establishing */
  webSocketUrl?: string;
  browserVersion?: string;
  platformName?: string;
}

/** The body of an error response: https://www.w3.org/TR/webdriver2/#errors */
interface WebDriverFailure {
  error: string;
  message: string;
}

/** WebDriver's error codes, in the harness's words; every other code is `protocol`. */
const KINDS: Record<string, EngineErrorKind> = {
  'invalid session id': 'crash',
  'no such window': 'crash',
  'script timeout': 'timeout',
  timeout: 'timeout',
};

/** One session of a classic WebDriver server: https://www.w3.org/TR/webdriver2/ */
export class WebDriverClient {
  readonly capabilities: SessionCapabilities;
  readonly #session: string;

  private constructor(session: string, capabilities: SessionCapabilities) {
    this.#session = session;
    this.capabilities = capabilities;
  }

  /**
   * Starts a session, and with it the browser.
   * @param server the server's URL, without a slash at the end
   * @param capabilities what the session must have: https://www.w3.org/TR/webdriver2/#capabilities
   * @param either and one of these, the first that the server has
   * @throws {EngineError} with the server's own words
   */
  static async start(
    server: string,
    capabilities: object,
    either: readonly object[] = [],
  ): Promise<WebDriverClient> {
    type Created = { sessionId: string; capabilities: SessionCapabilities };
    const firstMatch = either.length > 0 ? { firstMatch: either } : {};
    const body = { capabilities: { alwaysMatch: capabilities, ...firstMatch } };
    const created = await request<Created>('POST', `${server}/session`, body);
    return new WebDriverClient(`${server}/session/${created.sessionId}`, created.capabilities);
  }

  /** Like {@link start}, but gives null when nobody listens at the server's port yet. */
  static async startIfListening(server: string, capabilities: object): Promise<WebDriverClient | null> {
    try {
      return await WebDriverClient.start(server, capabilities);
    } catch (error) {
      if (isRefusedConnection(error)) return null;
      throw error;
    }
  }

  /** The handles of all windows. */
  windows(): Promise<string[]> {
    return this.#command('GET', 'window/handles');
  }

  /** Opens a window and gives its handle; commands still go to the old one. */
  async openWindow(): Promise<string> {
    const { handle } = await this.#command<{ handle: string }>('POST', 'window/new', { type: 'window' });
    return handle;
  }

  /** Sends the commands that follow to this window. */
  async switchTo(handle: string): Promise<void> {
    await this.#command('POST', 'window', { handle });
  }

  /** Closes the current window. Closing the last one would end the session. */
  async closeWindow(): Promise<void> {
    await this.#command('DELETE', 'window');
  }

  /**
   * Navigates the current window and waits for `load`.
   * @throws {EngineError} `protocol` also where the driver says nothing of a failed load, as WebKitWebDriver does
   */
  async navigate(url: string): Promise<void> {
    const before = await this.#document();
    await this.#command('POST', 'url', { url });
    const now = await this.#document();
    // The about:blank of a window that has just been opened may come in the place of the first one meanwhile.
    if (now.start === before.start || (now.url === 'about:blank' && url !== now.url))
      throw new EngineError('protocol', `${url} could not be loaded`);
  }

  /** The current document's URL, and when its life began, which tells it from the one before. */
  #document(): Promise<{ url: string; start: number }> {
    const script = 'return { url: document.URL, start: performance.timeOrigin }';
    return this.#command('POST', 'execute/sync', { script, args: [] });
  }

  /** The text of the current document. */
  text(): Promise<string> {
    const script = "return document.body ? document.body.textContent : ''";
    return this.#command('POST', 'execute/sync', { script, args: [] });
  }

  /**
   * Whether script of another window has opened the current one. WebKitGTK's MiniBrowser gives such a window to a driver that
   * asks for a new one, while it has loaded nothing (`browser_window_get_or_create_web_view_for_automation`).
   */
  hasOpener(): Promise<boolean> {
    return this.#command('POST', 'execute/sync', { script: 'return opener !== null', args: [] });
  }

  /** Runs the body of a function in the current window and waits until it calls its last argument. */
  executeAsync<T>(script: string): Promise<T> {
    return this.#command('POST', 'execute/async', { script, args: [] });
  }

  /** Ends the session and its browser. */
  async quit(): Promise<void> {
    await this.#command('DELETE', '');
  }

  #command<T>(method: string, path: string, body?: object): Promise<T> {
    return request(method, path ? `${this.#session}/${path}` : this.#session, body);
  }
}

/** `fetch` wraps the system's error once, and {@link request} once more. */
function isRefusedConnection(error: unknown): boolean {
  const { cause } = ((error as Error).cause ?? {}) as { cause?: NodeJS.ErrnoException };
  return cause?.code === 'ECONNREFUSED';
}

async function request<T>(method: string, url: string, body?: object): Promise<T> {
  let ok: boolean;
  let value: unknown;
  try {
    const signal = AbortSignal.timeout(LIMITS.command);
    // WebKitWebDriver 2.54 takes no type that a page of any site could send without being asked first.
    const headers: HeadersInit = body ? { 'content-type': 'application/json' } : {};
    const response = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : null, signal });
    ok = response.ok;
    ({ value } = (await response.json()) as { value: unknown });
  } catch (cause) {
    const late = (cause as Error).name === 'TimeoutError';
    throw new EngineError(
      late ? 'timeout' : 'crash',
      `no answer from the WebDriver server to ${method} ${url}`,
      { cause },
    );
  }
  if (ok) return value as T;
  const { error, message } = value as WebDriverFailure;
  throw new EngineError(KINDS[error] ?? 'protocol', message ? `${error}: ${message}` : error);
}
