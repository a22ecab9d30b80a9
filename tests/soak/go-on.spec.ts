import { expect, test } from '@playwright/test';
import { blockedCase, letThrough, observation, run } from '../results/synthetic-results.ts';
import { requireSame, toGoOnWith } from './go-on.ts';
import { countRun, Sightings, type SoakRecord, soakRecord } from './record.ts';

const both = { firefox: observation(), webkit: observation() };
const one = run([blockedCase('one', 'fetch', both), blockedCase('two', 'fetch', both)]);
const other = run([
  blockedCase('one', 'fetch', { ...both, firefox: letThrough() }),
  blockedCase('two', 'fetch', both),
]);
const ids = one.cases.map(({ id }) => id);
const browsers = ['firefox', 'webkit'].map((name) => ({ name, version: '153.0' }));

/** The record of a soak that was stopped after these runs. */
function stopped(...runs: Array<typeof one>): SoakRecord {
  const sightings = new Sightings();
  for (const results of runs) sightings.add(results);
  return soakRecord.parse({
    startedAt: '2026-11-24T16:00:00.000Z',
    asked: { runs: 10, browsers: null, grep: null, busy: 0, jitterMs: 0 },
    system: { os: 'Linux', node: 'v20' },
    corpus: 'c0ffee',
    browsers,
    runs: runs.map((results) => countRun(results, null)),
    first: sightings.first(
      browsers.map(({ name }) => name),
      ids,
    ),
    flips: sightings.flips(),
    incidents: [],
  });
}

/** The flips of all runs, when the soak was stopped after some of them. */
function flipsOf(before: Array<typeof one>, after: Array<typeof one>) {
  const sightings = Sightings.of(stopped(...before), ids);
  for (const results of after) sightings.add(results);
  return sightings.flips().map(({ case: id, browser, seen }) => ({ id, browser, seen }));
}

test('a soak that is gone on with names the flips that one without a break would', () => {
  const [conforms, deviates] = ['blocked, conforms', 'allowed, new deviation'];
  const flip = (...seen: unknown[]) => [{ id: ids[0], browser: 'firefox', seen }];
  expect(flipsOf([one, one], [one])).toEqual([]);
  expect(flipsOf([one, one], [other])).toEqual(flip(conforms, conforms, deviates));
  expect(flipsOf([one, other], [one])).toEqual(flip(conforms, deviates, conforms));
  expect(flipsOf([other], [one])).toEqual(flip(deviates, conforms));
});

test('gone on with is the newest record of the same corpus and question, and its browsers have to be the same', () => {
  const record = stopped(one);
  const records = [
    { file: 'a.json', record: { ...record, startedAt: '2026-11-23T16:00:00.000Z' } },
    { file: 'b.json', record },
    { file: 'c.json', record: { ...record, corpus: 'other' } },
    { file: 'd.json', record: { ...record, asked: { ...record.asked, busy: 4 } } },
    { file: 'e.json', record: { ...record, first: undefined } },
  ];
  expect(toGoOnWith(records, 'c0ffee', record.asked)).toEqual(record);
  expect(() => toGoOnWith(records, 'c0ffee', { ...record.asked, runs: 1 })).toThrow(
    'There is no record of this corpus with fewer than 1 runs to go on with.',
  );
  expect(() => requireSame(browsers, browsers)).not.toThrow();
  expect(() => requireSame(browsers, [{ name: 'firefox', version: '154.0' }])).toThrow(
    'The record is of firefox 153.0, webkit 153.0; this run was of firefox 154.0.',
  );
});
