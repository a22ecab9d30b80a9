import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { requirePlaces } from '../../../harness/cli/nightly/places.ts';

for (const [history, report] of [
  ['same', 'same'],
  ['same/', './same'],
  ['report/history', 'report'],
  ['history', 'history/report/'],
] as const)
  test(`--history ${history} --report ${report} is refused`, () => {
    const at = (place: string) => `${base()}/${place}`;
    expect(() => requirePlaces({ history: at(history), report: at(report) })).toThrow(
      /are the same folder, or one is inside the other/,
    );
  });

/** One folder a test. */
const base = () => test.info().outputPath('places');

test('two folders side by side are taken, with a slash at the end as well', () => {
  const [history, report] = [`${base()}/history/`, `${base()}/history-report/`];
  expect(requirePlaces({ history, report })).toEqual({
    history: path.resolve(history),
    report: path.resolve(report),
  });
});

test('a folder of somebody else’s is refused, whichever it is', () => {
  const mine = path.join(base(), 'mine');
  mkdirSync(mine, { recursive: true });
  writeFileSync(path.join(mine, 'thesis.tex'), '');
  const other = path.join(base(), 'other');
  for (const places of [
    { history: mine, report: other },
    { history: other, report: mine },
  ])
    expect(() => requirePlaces(places)).toThrow('did not write: thesis.tex');
});
