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
  /** The system that it brings with it, where it does not run on this machine's own. */
  system?: UnpackedSystem;
}

/** A system of its own in the folder, which the executable enters. */
export interface UnpackedSystem {
  /** What it calls itself, such as `Debian GNU/Linux 13 (trixie)`. */
  name: string;
  /** Its root, below the folder. */
  root: string;
  /** All that is installed in it. */
  packages: readonly { name: string; version: string; sha256: string }[];
  /** The browser's own programs and libraries, below the folder. */
  files: readonly string[];
}

/** A place that browsers of many versions come from. */
export interface BrowserSource {
  /** Its name in words, for messages. */
  readonly name: string;
  /**
   * Puts the newest browser that answers to the request into an empty folder.
   *
   * @param log told each step that takes long, in words
   * @returns the browser, or why this source has none, as the rest of a sentence
   * @throws {UserError} where the user has to do something for it first
   */
  unpack(request: VersionRequest, folder: string, log: (line: string) => void): Promise<Unpacked | string>;
}
