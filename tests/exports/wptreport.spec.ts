import { expect, test } from '@playwright/test';
import { Ajv } from 'ajv';
import { toWptReport } from '../../harness/exports/wptreport.ts';
import {
  blockedCase,
  chromium,
  conforming,
  deviating,
  firefox,
  letThrough,
  observation,
  run,
  webkit,
} from '../results/synthetic-results.ts';

const subtestStatus = { enum: ['PASS', 'FAIL', 'TIMEOUT', 'ERROR', 'NOTRUN', 'PRECONDITION_FAILED'] };
const message = { type: ['string', 'null'] };

/** What wptrunner writes and what wpt.fyi's results processor demands: every field it reads, with the values it knows. */
const consumer = {
  type: 'object',
  required: ['run_info', 'time_start', 'time_end', 'results'],
  properties: {
    run_info: {
      type: 'object',
      required: ['product', 'browser_version', 'os', 'revision'],
      properties: {
        product: { enum: ['chrome', 'chromium', 'edge', 'firefox', 'safari', 'webkit', 'webkitgtk'] },
        browser_version: { type: 'string', minLength: 1 },
        os: { enum: ['linux', 'mac', 'win'] },
        revision: { type: 'string', pattern: '^[0-9a-f]{10,}$' },
      },
    },
    time_start: { type: 'number' },
    time_end: { type: 'number' },
    results: {
      type: 'array',
      items: {
        type: 'object',
        required: ['test', 'status', 'subtests'],
        properties: {
          test: { type: 'string', pattern: '^/' },
          status: {
            enum: ['OK', 'PASS', 'FAIL', 'ERROR', 'TIMEOUT', 'CRASH', 'SKIP', 'PRECONDITION_FAILED'],
          },
          message,
          subtests: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'status'],
              properties: {
                name: { type: 'string' },
                status: subtestStatus,
                expected: subtestStatus,
                message,
                known_intermittent: { type: 'array', items: subtestStatus },
              },
              additionalProperties: false,
            },
          },
        },
      },
    },
  },
};

const statuses = {
  fine: observation(),
  broken: letThrough(),
  recorded: letThrough({
    status: 'known deviation',
    facets: {
      enforcement: { ...deviating, deviations: ['policy-ignored'] },
      outcome: conforming,
      violation: conforming,
      report: { ...conforming, result: 'not judged' },
    },
  }),
  halfRecorded: letThrough({
    facets: {
      enforcement: { ...deviating, deviations: ['policy-ignored'], unexplained: ['allowed'] },
      outcome: conforming,
      violation: conforming,
      report: conforming,
    },
  }),
  absent: observation({ verdict: 'unsupported', status: 'unsupported' }),
  silent: observation({ verdict: 'inconclusive', status: 'inconclusive' }),
  flaky: observation({ status: 'unstable' }),
};
const results = run(
  Object.entries(statuses).map(([id, seen]) => blockedCase(id, 'fetch', { firefox: seen })),
);

function subtests(scenario: keyof typeof statuses) {
  const found = toWptReport(results, firefox).results.find((each) => each.test.endsWith(`/${scenario}.html`));
  return found?.subtests.map(({ name, status, expected }) => [name, status, expected]) ?? [];
}

test('is what wptrunner writes and wpt.fyi reads', () => {
  const valid = new Ajv({ strict: false }).compile(consumer);
  const report = toWptReport(results, firefox);
  expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
  expect(new Set(report.results.map((each) => each.test)).size, 'a test twice is refused').toBe(
    report.results.length,
  );
  for (const { subtests: each } of report.results)
    expect(new Set(each.map(({ name }) => name)).size).toBe(each.length);
  expect(report.time_end).toBeGreaterThan(report.time_start);
});

test('a facet is a subtest, expected to be as it was recorded', () => {
  expect(subtests('fine')[0]).toEqual([
    'fetch to https://third.test/, 1/fetch/https://third.test/ (enforcement)',
    'PASS',
    undefined,
  ]);
  expect(subtests('fine')).toHaveLength(4);
  expect(subtests('broken')[0]?.slice(1)).toEqual(['FAIL', 'PASS']);
  expect(subtests('recorded')[0]?.slice(1)).toEqual(['FAIL', undefined]);
  expect(subtests('recorded')).toHaveLength(3);
  expect(subtests('halfRecorded')[0]?.slice(1)).toEqual(['FAIL', 'PASS']);
});

test('what could not be judged is neither a pass nor a failure', () => {
  expect(subtests('absent').map((each) => each[1])).toEqual(['PRECONDITION_FAILED']);
  expect(subtests('silent').map((each) => each[1])).toEqual(['NOTRUN']);
});

test('an unstable case is known to flip', () => {
  const report = toWptReport(results, firefox);
  expect(
    report.results.find((each) => each.test.endsWith('/flaky.html'))?.subtests[0]?.known_intermittent,
  ).toEqual(['PASS']);
});

test('a scenario without a result is skipped, with the reason', () => {
  const missing = [{ scenario: 'fine', browser: 'chromium', reason: 'the browser would not start' }];
  const report = toWptReport({ ...results, missing }, chromium);
  expect(report.results.find((each) => each.test.endsWith('/fine.html'))).toMatchObject({
    status: 'SKIP',
    message: 'the browser would not start',
  });
});

test('products and systems have the names that consumers know', () => {
  const infos = [
    firefox,
    chromium,
    webkit,
    { ...webkit, drivenBy: 'Playwright' },
    { ...webkit, name: 'safari', os: 'macOS 26.1', drivenBy: 'safaridriver' },
    { ...chromium, name: 'chrome', os: 'Windows 11' },
    { ...chromium, name: 'msedge' },
  ].map((browser) => toWptReport(results, browser).run_info);
  expect(infos.map(({ product, os }) => `${product} ${os}`)).toEqual([
    'firefox linux',
    'chromium linux',
    'webkitgtk linux',
    'webkit linux',
    'safari mac',
    'chrome win',
    'edge linux',
  ]);
});

test('a lone surrogate is spelled out', () => {
  const odd = run([
    blockedCase('one', 'fetch', {
      firefox: letThrough({ verdict: 'inconclusive', reason: 'said \ud800 😀' }),
    }),
  ]);
  expect(toWptReport(odd, firefox).results[0]?.subtests[0]?.message).toBe('said U+d800 😀');
});
