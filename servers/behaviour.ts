import type { Cors } from './cors.ts';
import type { HeaderLine } from './resource.ts';

/** One redirect of a chain. */
export interface Hop {
  status: 301 | 302 | 303 | 307 | 308;
  /** Sent verbatim: whoever declares it puts `case` and the next `hop` in its query. */
  location: string;
  /** `*` unless given: a chain in CORS mode needs it on every hop. */
  cors?: Cors;
}

/** How the target of a case answers. Everything left out is the default: 200, `text/plain`, `ok`, any origin. */
export interface Behaviour {
  /**
   * The URLs the case is to arrive at, those of hop n at index n; what carries its id and comes elsewhere is a stray.
   * Anywhere unless given. An http: or ws: URL may have been upgraded.
   */
  at?: ReadonlyArray<readonly string[]>;
  /** The request with the query parameter `hop=n` is answered by hop n; past the last one comes the final answer. */
  hops?: readonly Hop[];
  /** Further header lines of the last answer that the first request gets in place of a redirect; as any other unless given. */
  first?: ReadonlyArray<HeaderLine>;
  /** The URL that has to be asked for before a redirect is answered; at once unless given. */
  redirectsAfter?: string;
  /** For the final answer and its preflight; `*` unless given. */
  cors?: Cors;
  status?: number;
  contentType?: string;
  body?: string | Uint8Array;
  headers?: ReadonlyArray<HeaderLine>;
  /** An event stream that stays open after its first event. */
  stream?: boolean;
}
