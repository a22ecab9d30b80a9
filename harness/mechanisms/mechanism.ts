/** The kinds of global a mechanism can run in. */
export type GlobalKind = 'window' | 'worker' | 'service-worker';

/** The request parameters the oracle asks about; names and values as in Fetch. */
export interface RequestParameters {
  destination: string;
  mode: string;
  redirect: 'follow' | 'manual' | 'error';
  /** The service-workers mode; default `all`. */
  serviceWorkersMode?: 'all' | 'none';
  initiator?: string;
  webTransportHashes?: boolean;
  /** No step of the text says that a violation is reported: events and reports may stay out. */
  violationsOptional?: boolean;
  /** It is made on behalf of no global, or is no request of Fetch at all: no policy is asked. */
  client?: null;
}

/** What script sees of one connection, written down as it happens. */
export interface Recorder {
  /** The call gave this value back (a boolean, a ready state, or nothing). */
  returns(value?: string, detail?: Record<string, unknown>): void;
  /** The call threw. */
  throws(error: unknown): void;
  /** A promise (named where there are several) was fulfilled. */
  resolves(value?: string, detail?: Record<string, unknown>, promise?: string): void;
  /** A promise (named where there are several) was rejected. */
  rejects(error: unknown, promise?: string): void;
  /** An event arrived; `state` is what belongs to its identity: ready state, close code. */
  event(name: string, state?: string, detail?: Record<string, unknown>): void;
  /** The API refuses to work in this global, whatever the URL: the browser says that it is not there. */
  unavailable(reason: string): void;
  /** Script will learn no more. */
  settled(): void;
}

/** One connection to open: where to, with what options, and where to write down what happens. */
export interface Call {
  url: string;
  options: Readonly<Record<string, unknown>>;
  record: Recorder;
  /** Holds on to an object that a browser may collect, and its connection with it, while nothing refers to it. */
  keep(object: object): void;
}

/** A way to open a connection. One file each; the part below `detect` runs in the page. */
export interface Mechanism {
  /** Its name in scenarios and reports, as a developer would write it. */
  name: string;
  /** The specification's algorithm that starts the request. */
  spec: string;
  /** The URL schemes it can be aimed at, without the colon. */
  schemes: readonly string[];
  /** The globals that have it. */
  globals: readonly GlobalKind[];
  /** For the oracle. */
  request(options: Readonly<Record<string, unknown>>): RequestParameters;
  /** What its server has to answer for the connection to succeed. */
  response?: {
    contentType?: string;
    body?: string;
    headers?: ReadonlyArray<readonly [string, string]>;
    stream?: true;
  };
  /** The outcomes the specification allows for a blocked connection, as shapes (see `harness/page/recorder.ts`). */
  blocked: readonly string[];
  /** The document holds only this connection: it cannot carry a case id, or disturbs others. */
  isolated?: true;
  /** It follows a hyperlink to a fragment of its document. */
  followsHyperlink?: true;
  /** It holds its thread until it is answered, and with it every redirect that script's thread has to let pass. */
  synchronous?: true;
  /** Null where the browser has it; else what the browser lacks. Runs without a policy, and never looks at a failure of the connection. */
  detect(): string | null | Promise<string | null>;
  /** Opens the connection. Must return at once, except where the API itself blocks. */
  open(call: Call): void;
}

/** Request parameters of a plain `fetch`-like request: destination "", mode cors, redirects followed. */
export const plainRequest: RequestParameters = { destination: '', mode: 'cors', redirect: 'follow' };

/**
 * The mode of what the browser fetches on its own account. The texts still say no-cors, with which Fetch would refuse
 * every request of redirect mode error; user-agent-no-cors is to take its place (whatwg/fetch#1533).
 */
export const userAgentMode = 'user-agent-no-cors';

/** Every global that can fetch. */
export const everywhere: readonly GlobalKind[] = ['window', 'worker', 'service-worker'];

/** The names of the ready states that WebSocket and EventSource share. */
export const readyStateName = (state: number): string =>
  ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'][state] ?? String(state);
