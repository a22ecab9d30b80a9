import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { test } from '@playwright/test';

/** A new directory below the running test's own output, which Playwright clears away when the tests are next run. */
export function temporaryDirectory(): string {
  const directory = test.info().outputPath(randomUUID());
  mkdirSync(directory, { recursive: true });
  return directory;
}
