import { expect, test } from '@playwright/test';
import { straysInWords } from '../../harness/rig/strays.ts';
import { Ledger, type LedgerEntry } from '../../servers/ledger.ts';

const entry = (changes: Partial<LedgerEntry>): LedgerEntry => ({
  time: 1,
  kind: 'request',
  case: 'a/1/fetch/x',
  document: null,
  run: 'token-2',
  hop: 0,
  method: 'GET',
  url: 'https://api.test/?case=a/1/fetch/x&run=token-2',
  headers: {},
  status: 200,
  ...changes,
});

test('what was taken for no evidence is named, with the reason', () => {
  const ledger = new Ledger();
  ledger.reset('token-2');
  ledger.record(entry({}));
  expect(straysInWords({ ledger }), 'an arrival that counts is none').toEqual([]);
  ledger.stray(entry({ url: 'https://third.test/?case=a/1/fetch/x&run=token-2' }));
  ledger.record(entry({ run: null, url: 'https://api.test/?case=a/1/fetch/x' }));
  ledger.record(entry({ run: '1', url: 'https://api.test/?run=1&case=a/1/fetch/x' }));
  ledger.record(entry({ run: '1', url: 'https://api.test/?run=1&case=a/1/fetch/x' }));
  ledger.record(entry({ run: 'token-1' }));
  ledger.stray(entry({ case: null, url: 'https://stranger.example/', status: 421, refused: true }));
  expect(straysInWords({ ledger })).toEqual([
    'GET https://third.test/?case=a/1/fetch/x arrived for a/1/fetch/x, but not at the URL that was planned',
    'GET https://api.test/?case=a/1/fetch/x named the case a/1/fetch/x without the mark of the run',
    'GET https://api.test/?case=a/1/fetch/x had a mark that is not of this run, 2 times',
    'GET https://api.test/?case=a/1/fetch/x is of an earlier run of this browser, and late',
    'GET https://stranger.example/ was refused: its host is not one of the test world',
  ]);
});

test('many, or long ones, are cut short', () => {
  const ledger = new Ledger();
  ledger.reset('token-2');
  for (let i = 0; i < 30; i++)
    ledger.record(entry({ run: null, url: `https://api.test/${i}?${'x'.repeat(5000)}` }));
  const lines = straysInWords({ ledger });
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('10 more were refused');
  for (const line of lines) expect(line.length).toBeLessThan(300);
});
