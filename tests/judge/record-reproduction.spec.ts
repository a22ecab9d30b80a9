import { expect, test } from '@playwright/test';
import { reproductionsOf } from '../../harness/expectations/reproductions-file.ts';
import { tablesOf } from '../../harness/judge/derivation.ts';
import { recordReproduction } from '../../harness/judge/record-reproduction.ts';

const planned = (browser: string, cause: string) => {
  const found = reproductionsOf(browser).get(cause);
  if (found === undefined) throw new Error(`${cause} has no reproduction`);
  return found;
};

test('a reproduction is recorded as a page and a connection, with what the specification says of it', () => {
  const { record, derivation } = recordReproduction(planned('chromium', 'chromium-decodes-bytes-as-latin-1'));
  expect(record).toMatchObject({
    observed: 'allowed',
    mechanism: 'fetch',
    url: 'https://api.test/%C3%BF',
    redirects: [],
    options: {},
    document: { page: 'https://page.test/', context: 'frame', policy: ['connect-src http://api.test/%FF'] },
    spec: { verdict: 'blocked', by: 'csp', derivation: derivation.id },
  });
  expect(record.version).toMatch(/^\d/);
  expect(tablesOf([derivation]).derivations[derivation.id]?.length).toBeGreaterThan(1);
});

test('the line that was seen keeps the commas it holds', () => {
  for (const [, each] of reproductionsOf('firefox')) {
    const { observed } = recordReproduction(each).record;
    expect(each.says, observed).toContain(`: ${observed}, where the specification says `);
  }
});
