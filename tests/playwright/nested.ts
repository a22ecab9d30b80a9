import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import { temporaryDirectory } from '../temporary-directory.ts';

/** What became of a test of the project in `project/`. */
export interface Told {
  status: string;
  /** As it was told to happen, by `test.fail()` too. */
  asExpected: boolean;
  errors: string;
  attachments: string[];
}

/**
 * Runs the project in a browser, as its owner does.
 * @param only a part of the titles, as with `--grep`
 * @returns what became of each test, by its title; null where Playwright drives no such browser here
 */
export async function runProject(
  browser: string,
  { only = '', env = {} }: { only?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Map<string, Told> | null> {
  const folder = temporaryDirectory();
  const file = path.join(folder, 'results.json');
  const { TEST_WORKER_INDEX: _, TEST_PARALLEL_INDEX: __, ...own } = process.env;
  const config = path.join(import.meta.dirname, 'project/playwright.config.ts');
  const args = ['test', '-c', config, '--project', browser, '--grep', only, '--reporter', 'json'];
  const child = spawn('npx', ['--no-install', 'playwright', ...args], {
    env: { ...own, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, APP_OUTPUT: path.join(folder, 'output') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  await once(child, 'close');
  if (/Project\(s\) .* not found/.test(said)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8')) as JSONReport;
  return new Map(report.suites.flatMap(testsOf));
}

const testsOf = ({ specs, suites = [] }: JSONReportSuite): [string, Told][] => [
  ...specs.flatMap(({ title, tests }) =>
    tests.flatMap(({ results, expectedStatus }) =>
      results.map(({ status = '', errors, attachments }): [string, Told] => [
        title,
        {
          status,
          asExpected: status === expectedStatus,
          errors: stripVTControlCharacters(errors.map(({ message }) => message).join('\n')),
          attachments: attachments.map(({ name }) => name),
        },
      ]),
    ),
  ),
  ...suites.flatMap(testsOf),
];
