import type { ResponseAllowlists } from '../../input/response-headers.ts';

/** What a user asks: a document with its policies, and connections from it. */
export interface AskedDocument extends ResponseAllowlists {
  page: string;
  policy: string[];
  reportOnly: string[];
  meta: string[];
  /** A context of the catalogue. */
  context: string;
  connections: AskedConnection[];
}

/** A connection of a user's question, as it was written. */
export interface AskedConnection {
  url: string;
  /** Where its server redirects to, in order. */
  redirects: string[];
  /** A mechanism of the catalogue. */
  by: string;
}

/** A question, and what of the input is left out of it, in words. */
export interface Asked {
  documents: AskedDocument[];
  notes: string[];
}
