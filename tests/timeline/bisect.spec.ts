import { expect, test } from '@playwright/test';
import { changesOf, nextToMeasure } from '../../harness/timeline/bisect.ts';

const versions = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** Measures until nothing is asked for; what a version shows is given by `shows`. */
function measure(shows: (version: string) => string[] | null) {
  const measured: Record<string, string[] | null> = {};
  for (;;) {
    const next = nextToMeasure(versions, measured);
    if (next.length === 0) return measured;
    for (const version of next) {
      expect(measured[version]).toBeUndefined();
      measured[version] = shows(version);
    }
  }
}

test('a case that shows the same in the oldest and in the newest version is measured in these two', () => {
  expect(Object.keys(measure(() => ['a']))).toEqual(['1', '8']);
});

for (const first of ['2', '5', '8'])
  test(`a change in ${first} is found between two that follow each other, without measuring all`, () => {
    const measured = measure((version) => (version >= first ? ['a'] : []));
    const [change, ...others] = changesOf(versions, measured);
    expect(change).toEqual({ line: 'a', what: 'appeared', before: String(Number(first) - 1), in: first });
    expect(others).toEqual([]);
    expect(Object.keys(measured).length).toBeLessThanOrEqual(5);
  });

test('several changes of one case are found, each in its version', () => {
  const measured = measure((version) => (version < '3' ? ['a'] : version < '7' ? ['a', 'b'] : ['b']));
  expect(changesOf(versions, measured)).toEqual([
    { line: 'b', what: 'appeared', before: '2', in: '3' },
    { line: 'a', what: 'went away', before: '6', in: '7' },
  ]);
});

test('a version that cannot tell is passed over, also at an end', () => {
  const measured = measure((version) =>
    ['1', '4', '5'].includes(version) ? null : version >= '6' ? ['a'] : [],
  );
  expect(changesOf(versions, measured)).toEqual([{ line: 'a', what: 'appeared', before: '3', in: '6' }]);
});

test('where no version can tell, an end is reached all the same', () => {
  expect(
    changesOf(
      versions,
      measure(() => null),
    ),
  ).toEqual([]);
});
