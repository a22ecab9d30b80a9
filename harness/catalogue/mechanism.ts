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
  /** The element's nonce and its integrity metadata, for scripts and styles, and whether a parser has put it in. */
  nonce?: string;
  integrity?: string;
  parserMetadata?: 'parser-inserted' | 'not-parser-inserted';
  webTransportHashes?: boolean;
  /** No step of the text says that a violation is reported: events and reports may stay out. */
  violationsOptional?: boolean;
  /** It is made on behalf of no global, or is no request of Fetch at all: no policy is asked. */
  client?: null;
  /** It is no request of Fetch but a connection of WebRTC. */
  webrtc?: true;
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

/**
 * What an option of a mechanism may be: a string, a boolean, header fields (names and values), or one of these words.
 */
export type OptionType = 'string' | 'boolean' | 'headers' | readonly string[];

/** browser-compat-data's flag statement: what a user must switch on to have the feature. */
export interface BcdFlag {
  type: 'preference';
  name: string;
  value_to_set: string;
}

/** A list with at least one entry. */
type NotEmpty<T> = readonly [T, ...T[]];

/**
 * A way to open a connection, and everything that the harness knows of it: data, and nothing of Node. One file each: this
 * is its default export, and its `inPage` ({@link MechanismInPage}) opens the connection. The agent's bundle takes
 * `inPage` only, so what stands here costs no document anything.
 */
export interface Mechanism {
  /** Its name in scenarios and reports, as a developer would write it. */
  name: string;
  /** The specification's algorithm that starts the request. */
  spec: string;
  /** The URL schemes it can be aimed at, without the colon. */
  schemes: readonly string[];
  /** The globals that have it. */
  globals: readonly GlobalKind[];
  /** What a scenario may tell it, by key; absent where it takes no options. */
  options?: Readonly<Record<string, OptionType>>;
  /** For the oracle. */
  request(options: Readonly<Record<string, unknown>>): RequestParameters;
  /** What its server has to answer for the connection to succeed. */
  response?: {
    contentType?: string;
    body?: string;
    headers?: ReadonlyArray<readonly [string, string]>;
    stream?: true;
    /** Header lines of the answer that the first request gets, which is no redirect. */
    first?: ReadonlyArray<readonly [string, string]>;
  };
  /** It is opened by a header line of the response that its document comes with, and not by script. */
  header?(url: string): readonly [name: string, value: string];
  /**
   * Which of its document's metas its request comes after: all but the late ones unless given; none where the response opens
   * it; the late ones too, where script waits for something else before.
   */
  metas?: 'none' | 'late too';
  /** Who witnesses that it is let through: the servers, or script where the server was asked before. Default: network. */
  witness?: 'network' | 'script';
  /** The outcomes the specification allows for a blocked connection, as shapes (see `harness/agent/recorder.ts`). */
  blocked: readonly string[];
  /** What the oracle has no answer for: documents with this directive, or redirects. Scenarios are refused that ask for it. */
  unanswered?: { directive?: string; redirects?: true };
  /** Its API refuses a URL with a user name or a password before there is a request (FETCH#dom-request). */
  refusesCredentials?: true;
  /** The document holds only this connection: it cannot carry a case id, or disturbs others. */
  isolated?: true;
  /** It follows a hyperlink to a fragment of its document. */
  followsHyperlink?: true;
  /** It is syntax: it belongs to the code it stands in, and no other code can call it. */
  syntax?: true;
  /** It holds its thread until it is answered, and with it every redirect that script's thread has to let pass. */
  synchronous?: true;
  /** The shortest script that opens a connection, line by line; `URL` stands for the quoted target. */
  snippet: NotEmpty<string>;
  /** Its place among the choices of the report's form, lowest first; absent where the form does not offer it. */
  placeInForm?: number;
  /** For the export to browser-compat-data. */
  bcd?: {
    /** Its identifier there; by default `name` with `_` for what no identifier can hold. */
    identifier?: string;
    /** By browser, what is off by default and was switched on to measure it. */
    flags?: Partial<Record<'chrome' | 'edge' | 'firefox' | 'safari', NotEmpty<BcdFlag>>>;
  };
  /** For the export to web-platform-tests: its name in subtests, where that is not `name`. */
  wpt?: { name: string };
}

/** The part of a mechanism that runs in the page: the export `inPage` of its file. */
export interface MechanismInPage {
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
