import { expect, test } from '@playwright/test';
import { browserStand, specStand } from '../../harness/report/claim-stand.ts';
import type { Observation } from '../../harness/results/schema.ts';
import { caseOf, observation } from './synthetic-cases.ts';

const claim = { page: 'a page', url: 'https://example.com/', statement: 'a statement' };
const seen = (chromium: Observation) => caseOf('one', 'fetch', 'https://third.test/', { chromium });
const withConsole = (console: string[] | null) => seen(observation({ evidence: { console } }));

test('a claim is about what is let out unless it says otherwise', () => {
  expect(browserStand(claim, seen(observation()), 'chromium')).toEqual({ holds: true, seen: 'blocked' });
  const allowed = seen(observation({ verdict: 'allowed' }));
  expect(browserStand(claim, allowed, 'chromium')).toEqual({ holds: false, seen: 'allowed' });
  expect(specStand(claim, allowed)).toEqual({ holds: true, seen: 'blocked' });
  expect(browserStand(claim, seen(observation({ verdict: 'unsupported' })), 'chromium')).toBeNull();
  expect(browserStand(claim, seen(observation()), 'firefox')).toBeNull();
});

test('a claim about what script is shown is compared with that, in blocked cases', () => {
  const rejects = { ...claim, shows: { in: 'outcome' as const, words: 'rejects TypeError' } };
  const status = { ...claim, shows: { in: 'outcome' as const, words: 'status 400' } };
  const one = seen(observation());
  expect(specStand(rejects, one)).toMatchObject({ holds: true });
  expect(browserStand(rejects, one, 'chromium')).toMatchObject({ holds: true });
  expect(specStand(status, one)).toEqual({ holds: false, seen: 'rejects TypeError' });
  expect(browserStand(status, one, 'chromium')).toEqual({ holds: false, seen: 'returns; rejects TypeError' });
  expect(browserStand(status, seen(observation({ verdict: 'allowed' })), 'chromium')).toBeNull();
});

test('a claim about the console is compared with its lines, where a browser gives any', () => {
  const named = { ...claim, shows: { in: 'console' as const, words: 'connect-src' } };
  expect(browserStand(named, withConsole(['violates "connect-src"']), 'chromium')).toMatchObject({
    holds: true,
  });
  expect(browserStand(named, withConsole([]), 'chromium')).toMatchObject({ holds: false });
  expect(browserStand(named, withConsole(null), 'chromium')).toBeNull();
  expect(specStand(named, withConsole([]))).toBeNull();
});
