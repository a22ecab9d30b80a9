import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { contexts, mechanisms } from '../../harness/catalogue/registry.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { anchors } from '../../harness/spec/anchors.ts';

/** The ids of the texts at a date, by the short name that anchors begin with. */
const { texts } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'ids-of-texts.json'), 'utf8')) as {
  texts: Record<string, { date: string; commit: string; ids: string[] }>;
};

/** Texts whose ids nobody has listed yet. */
const unlisted = ['BEACON', 'BGFETCH', 'FEDCM', 'HTML', 'MIX', 'PMM', 'WT'];

/** The anchors that are not in the text they name. */
function broken(cited: Iterable<string>): string[] {
  return [...cited].filter((anchor) => {
    const [name = '', id = ''] = anchor.split(/#(.*)/s);
    return !unlisted.includes(name) && !texts[name]?.ids.includes(id);
  });
}

test('every anchor that is cited is an id of its text', async () => {
  const { scenarios } = await loadCorpus();
  const cited = new Set<string>([
    ...anchors,
    ...scenarios.flatMap(({ scenario: { spec } }) => (spec === undefined ? [] : [spec])),
    ...[...mechanisms, ...contexts].map(({ spec }) => spec),
  ]);
  expect(broken(cited)).toEqual([]);
});

test('an anchor that is not there, and a text that nobody knows, are noticed', () => {
  expect(broken(['CSP#match-ports', 'CSP#match-sports', 'CPS#match-ports', 'HTML#anything'])).toEqual([
    'CSP#match-sports',
    'CPS#match-ports',
  ]);
});

test('each list says of which day it is', () => {
  for (const { date, commit } of Object.values(texts)) {
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(commit).toMatch(/^[0-9a-f]{7}$/);
  }
});
