import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { blockedCase, letThrough, observation, run } from '../results/synthetic-results.ts';
import { countRun, isRecordedRace, Sightings, type SoakRecord, soakRecord } from './record.ts';
import { README, readRecords, stability, withStability } from './stability.ts';

const one = run([blockedCase('one', 'fetch', { firefox: observation(), webkit: observation() })]);
const other = run([blockedCase('one', 'fetch', { firefox: letThrough(), webkit: observation() })]);

test('a case that is not seen alike in every run is named, with what each run saw', () => {
  const sightings = new Sightings();
  for (const results of [one, other, one, { cases: [] }]) sightings.add(results);
  const id = one.cases[0]?.id;
  expect(sightings.flips()).toMatchObject([
    {
      case: id,
      browser: 'firefox',
      seen: ['blocked, conforms', 'allowed, new deviation', 'blocked, conforms', 'no result'],
    },
    {
      case: id,
      browser: 'webkit',
      seen: ['blocked, conforms', 'blocked, conforms', 'blocked, conforms', 'no result'],
    },
  ]);
});

test('a flip says which evidence each run followed', () => {
  const sightings = new Sightings();
  for (const results of [one, other, { cases: [] }]) sightings.add(results);
  const [flip] = sightings.flips();
  expect(flip?.why).toEqual(['a violation event, and nothing arrived', 'the request arrived', '']);
});

test('runs that are alike have no flips, and one that has more cases than the first has', () => {
  const sightings = new Sightings();
  for (const results of [one, one]) sightings.add(results);
  expect(sightings.flips()).toEqual([]);
  sightings.add(run([...one.cases, blockedCase('two', 'fetch', { firefox: observation() })]));
  expect(sightings.flips().map(({ seen }) => seen)).toEqual([
    ['no result', 'no result', 'blocked, conforms'],
  ]);
});

const again = { scenario: 'one', browser: 'firefox', kind: 'run again' as const, what: 'x' };
const lost = { ...again, kind: 'browser lost' as const };

test('a run is counted by browser and verdict, with what happened to the rig', () => {
  expect(countRun({ ...other, incidents: [again, again, lost] }, 700)).toMatchObject({
    seconds: 300,
    cases: 2,
    verdicts: { firefox: { allowed: 1 }, webkit: { blocked: 1 } },
    runAgain: 2,
    browsersLost: 1,
    peakMemoryMiB: 700,
  });
});

const record: SoakRecord = {
  startedAt: '2026-11-24T16:00:00.000Z',
  asked: { runs: 2, browsers: null, grep: null, busy: 0, jitterMs: 0 },
  system: { os: 'Linux', node: 'v20' },
  corpus: 'c0ffee',
  browsers: [{ name: 'firefox', version: '153.0' }],
  runs: [countRun(one, 700), countRun({ ...one, incidents: [again] }, 1710)],
  flips: [],
  incidents: [],
};

test('the newest record of the whole corpus makes the sentence, and no other', () => {
  const part = { ...record, asked: { ...record.asked, grep: 'x' } };
  expect(soakRecord.parse(record)).toEqual(record);
  expect(stability([{ file: 'b.json', record: part }])).toContain('has not been recorded yet');
  const words = stability([
    { file: 'a.json', record },
    { file: 'b.json', record: part },
  ]);
  expect(words).toContain(
    'On 2026-11-24, 2 full runs in a row (firefox 153.0)\njudged 2 cases each:\n0 changed',
  );
  expect(words).toContain('ran again 1 times');
  expect(words).toContain('700 to 1,710 MiB\n([record](reports/soak/a.json))');
});

test('a flip between two things that are both as recorded is a recorded race, and is told apart', () => {
  const flip = (...seen: string[]) => ({ case: 'a', browser: 'chromium', seen, why: [] });
  const race = flip('blocked, conforms', 'leaked, known deviation');
  const others = [
    flip('blocked, conforms', 'leaked, new deviation'),
    flip('allowed, known deviation', 'blocked, fixed deviation'),
    flip('blocked, conforms', 'no result'),
    flip('blocked, conforms', 'inconclusive, inconclusive'),
  ];
  expect([race, ...others].map(isRecordedRace)).toEqual([true, false, false, false, false]);
  const words = stability([{ file: 'a.json', record: { ...record, flips: [race, ...others] } }]);
  expect(words).toContain('5 changed from run to run, 1 of them a race that is recorded of its browser, and');
});

test('the README’s figure on stability is the newest record’s', () => {
  const page = readFileSync(README, 'utf8');
  expect(page).toBe(withStability(page, stability(readRecords())));
});

test('what is asked for wrongly ends it before the first run, with words and exit code 2', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const soak = (args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tests/soak/run.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  for (const [args, says] of [
    [['--runs', '1'], 'Give a number from 2'],
    [['--runs', '2', '--browsers', 'nope'], 'browser nope: there is no browser of this name'],
  ] as const) {
    const { status, stderr } = soak([...args]);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  }
});
