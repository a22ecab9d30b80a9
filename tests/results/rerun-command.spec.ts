import { expect, test } from '@playwright/test';
import { failureText } from '../../harness/cli/failure.ts';
import { rerunCommand, serveCommand } from '../../harness/results/rerun-command.ts';
import { blockedCase, letThrough, run } from './synthetic-results.ts';

const corpus = { hash: 'c0ffee0123456789', scenarios: 2, selected: 2 };

for (const { what, browser, file, command } of [
  { what: 'a default browser', browser: 'webkit', command: 'npx playwright test --project=webkit' },
  {
    what: 'another browser',
    browser: 'firefox-beta',
    command: 'CONNECT_SRC_BROWSERS=firefox-beta npx playwright test --project=firefox-beta',
  },
  {
    what: 'a file from outside',
    browser: 'chromium',
    file: 'mine.yaml',
    command: 'CONNECT_SRC_SCENARIOS=mine.yaml npx playwright test --project=chromium',
  },
  {
    what: 'both, in a folder with a space and a quote',
    browser: 'safari',
    file: "../my site's/mine.json",
    command:
      "CONNECT_SRC_BROWSERS=safari CONNECT_SRC_SCENARIOS='../my site'\\''s/mine.json' npx playwright test --project=safari",
  },
])
  test(`the command to run a scenario alone: ${what}`, () => {
    const found = rerunCommand('path-prefix', browser, { ...corpus, ...(file !== undefined && { file }) });
    expect(found).toBe(`${command} --grep ' path-prefix:'`);
  });

test('the title it looks for is that scenario’s only', () => {
  const pattern = /--grep '(.*)'/.exec(rerunCommand('path', 'firefox', corpus))?.[1] ?? '';
  // As Playwright joins them.
  const titles = ['path', 'path-prefix', 'no-path'].map((id) => `firefox conformance.spec.ts ${id}: A path`);
  expect(titles.filter((title) => new RegExp(pattern, 'gi').test(title))).toEqual(titles.slice(0, 1));
});

test('the command to serve a case names the file from outside', () => {
  expect(serveCommand('one/1/a[ping]/x', corpus)).toBe("npx connect-src serve 'one/1/a[ping]/x'");
  expect(serveCommand('one/1/fetch/x', { ...corpus, file: 'mine.json' })).toBe(
    'npx connect-src serve one/1/fetch/x --scenarios mine.json',
  );
});

test('a failing test says the same command', () => {
  const results = run([blockedCase('one', 'fetch', { firefox: letThrough() })], {
    corpus: { ...corpus, file: 'mine.json' },
  });
  expect(failureText(results)).toContain(
    "alone: CONNECT_SRC_SCENARIOS=mine.json npx playwright test --project=firefox --grep ' one:'",
  );
});
