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
