import { expect, test } from '@playwright/test';
import { MAX_POLICY_BYTES } from '../../harness/plan/checks/headers.ts';
import { MAX_REDIRECTS } from '../../harness/plan/checks/redirects.ts';
import { expand } from '../../harness/plan/expand.ts';
import { runScenario } from './rigged.ts';

// What the reader of scenarios lets through is run by every browser, up to the last byte.

const longest = MAX_POLICY_BYTES - 'Content-Security-Policy: \r\n'.length;
const targets = { allows: ['https://api.test/'], blocks: ['https://third.test/'] };
const hosts = Array.from({ length: 500 }, (_, n) => `connect-src https://api.test https://h${n}.example.com`);

const limits = expand(
  {
    id: 'limits',
    title: 'As much as can be asked for',
    documents: [
      { policy: 'connect-src https://api.test'.padEnd(longest), by: ['fetch'], ...targets },
      { policy: hosts, by: ['fetch'], ...targets },
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'EventSource'],
        allows: [{ url: 'https://api.test/', redirects: Array(MAX_REDIRECTS).fill('https://api.test/') }],
      },
    ],
  },
  'limits',
  'limits.ts',
);

const numbers = Array.from({ length: 1000 }, (_, n) => n);

const many = expand(
  {
    id: 'many',
    title: 'As many as can be asked for',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: 'fetch',
        allows: numbers.map((n) => `https://api.test/${n}`),
        blocks: numbers.map((n) => `https://third.test/${n}`),
      },
      ...numbers.map((n) => ({
        policy: `connect-src https://api.test https://h${n}.example.com`,
        by: 'fetch',
        ...targets,
      })),
    ],
  },
  'limits',
  'limits.ts',
);

for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`${browser}: 2,000 connections of a document, and 1,000 documents`, async () => {
    test.setTimeout(900_000);
    const { cases } = await runScenario(many, browser);
    expect(cases).toHaveLength(4000);
    const wrong = cases.filter(({ expected, observed }) => observed[browser]?.verdict !== expected);
    expect(wrong.map(({ id, observed }) => `${id}: ${observed[browser]?.reason}`)).toEqual([]);
  });

for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`${browser}: the longest policy, 500 policies, and as many redirects as Fetch follows`, async () => {
    test.setTimeout(600_000);
    const { cases } = await runScenario(limits, browser);
    expect(cases).toHaveLength(7);
    for (const { expected, observed, url, document } of cases)
      expect(observed[browser]?.verdict, `${url} in ${document}: ${observed[browser]?.reason}`).toBe(
        expected,
      );
  });
