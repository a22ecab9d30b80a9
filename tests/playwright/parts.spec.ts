import { expect, test } from '@playwright/test';
import type { Attempt } from '../../harness/playwright/in-page.ts';
import { readLogLine } from '../../harness/playwright/log-line.ts';
import { verdictOf } from '../../harness/playwright/to-connect.ts';
import { isMeant } from '../../harness/playwright/url-pattern.ts';

const violation = (disposition: 'enforce' | 'report'): Attempt['violations'][number] => ({
  by: 'event',
  documentURI: 'https://page.test/',
  blockedURI: 'https://third.test/',
  effectiveDirective: 'connect-src',
  originalPolicy: "connect-src 'self'",
  disposition,
  sourceFile: null,
  lineNumber: null,
  columnNumber: null,
});

for (const [violations, outcome, controlled, verdict] of [
  [[], 'connected', false, 'let out'],
  [[], 'failed', true, 'let out'],
  [[], 'untold', true, 'let out'],
  [[], 'pending', true, 'let out'],
  [[], 'failed', false, 'not to be told'],
  [[], 'untold', false, 'not to be told'],
  [['report'], 'failed', false, 'not to be told'],
  [['report'], 'connected', false, 'let out'],
  [['enforce'], 'failed', false, 'blocked'],
  [['report', 'enforce'], 'untold', false, 'blocked'],
  [['enforce'], 'connected', false, 'contradictory'],
] as const)
  test(`violations [${violations}], ${outcome}, ${controlled ? 'with' : 'without'} a control: ${verdict}`, () => {
    const attempt = { url: 'https://third.test/', by: 'fetch', outcome, saw: '', controlled } as const;
    expect(verdictOf({ ...attempt, violations: violations.map(violation) })).toBe(verdict);
  });

for (const [pattern, url, meant] of [
  ['https://a.test/x', 'https://a.test/x', true],
  ['https://a.test/x', 'https://a.test/x/y', false],
  ['https://a.test/x?a=(1)', 'https://a.test/x?a=(1)', true],
  ['https://a.test/x#y', 'https://a.test/x', true],
  ['https://a.test', 'https://a.test/', true],
  ['https://a.test', 'https://a.test/x', false],
  ['https://*.a.test/*', 'https://b.a.test/x', true],
  ['https://*.a.test/*', 'https://b_a.test/x', false],
  ['https://b.test https://a.test/*', 'https://a.test/x', true],
  [/x$/g, 'https://a.test/x', true],
  [/^x/, 'https://a.test/x', false],
] as const)
  test(`${pattern} ${meant ? 'means' : 'does not mean'} ${url}`, () => {
    expect(isMeant(url, pattern)).toBe(meant);
    expect(isMeant(url, pattern)).toBe(meant);
  });

for (const [text, disposition] of [
  [
    `Connecting to 'https://a.test/' violates the following Content Security Policy directive: "connect-src 'self'". The action has been blocked.`,
    'enforce',
  ],
  [
    `Connecting to 'https://a.test/' violates the following Content Security Policy directive: "connect-src 'self'". The policy is report-only, so the violation has been logged but no further action has been taken.`,
    'report',
  ],
  [
    `Refused to connect to 'https://a.test/' because it violates the following Content Security Policy directive: "connect-src 'self'".`,
    'enforce',
  ],
] as const)
  test(`Chromium's log: ${text.slice(0, 20)}… (${disposition})`, () => {
    expect(readLogLine(text, 'https://page.test/w.js', 'worker')).toMatchObject({
      blockedURI: 'https://a.test/',
      originalPolicy: "connect-src 'self'",
      documentURI: 'https://page.test/w.js',
      disposition,
    });
  });

test('a line of the log about anything else is no violation', () => {
  for (const text of [
    "Refused to load the image 'x' because it violates",
    "Connecting to 'https://a.test/' failed",
  ])
    expect(readLogLine(text, 'https://page.test/', 'document')).toBeNull();
});
