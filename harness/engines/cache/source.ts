import type { VersionRequest } from './request.ts';

/** A browser that a source has put into a folder. */
export interface Unpacked {
  /** The executable, or for WebKit its WebDriver server, below the folder. */
  executable: string;
  /** What it needs on its command line to start at all. */
  args: readonly string[];
  /** The source's own name for what it gave, such as `@sparticuz/chromium@119.0.2`. */
  origin: string;
  /** What the source tells as the checksum of what was downloaded; null where it tells none. */
  integrity: string | null;
}

/** A place that browsers of many versions come from. */
export interface BrowserSource {
  /** Its name in words, for messages. */
  readonly name: string;
  /**
   * Puts the newest browser that answers to the request into an empty folder.
   *
   * @returns the browser, or why this source has none, as the rest of a sentence
   */
  unpack(request: VersionRequest, folder: string): Promise<Unpacked | string>;
}
