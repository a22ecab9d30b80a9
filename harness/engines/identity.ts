import { readFileSync } from 'node:fs';
import os from 'node:os';
import playwright from 'playwright/package.json' with { type: 'json' };

/** The Playwright in use, such as `1.64.1`. */
export const playwrightVersion: string = playwright.version;

/** The operating system in words: the distribution's own on Linux, else the kernel's name and release. */
export function operatingSystem(): string {
  try {
    const pretty = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    if (pretty) return pretty;
  } catch {
    // Only Linux has that file.
  }
  return `${os.type()} ${os.release()}`;
}
