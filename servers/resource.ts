import { validateHeaderName, validateHeaderValue } from 'node:http';

/** A header line: name and value. */
export type HeaderLine = readonly [name: string, value: string];

/** What is served at one URL: a page, a worker script, a module. */
export interface Resource {
  /** 200 unless given. */
  status?: number;
  /**
   * Header lines, sent as they are: a name may repeat, and goes out as that many lines.
   * One character is one byte (latin1), so that any bytes can be sent; write UTF-8 as its bytes.
   */
  headers: ReadonlyArray<HeaderLine>;
  contentType: string;
  body: string | Uint8Array;
  /** What is served in its place once it was asked for. */
  next?: Resource;
}

/**
 * Checks that header lines can be sent at all, where the mistake can still be named.
 *
 * @param where whose headers these are, for the message
 * @throws Error for a character HTTP cannot carry
 */
export function checkHeaders(headers: ReadonlyArray<HeaderLine>, where: string): void {
  for (const [name, value] of headers) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new Error(
        `${where}: the header ${JSON.stringify(name)}: ${JSON.stringify(value)} cannot be sent; ` +
          'a name is a token, a value holds tabs and the characters U+0020 to U+007E and U+0080 to U+00FF (one per byte)',
      );
    }
  }
}
