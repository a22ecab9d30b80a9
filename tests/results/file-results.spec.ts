import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { fileResults } from '../../harness/results/file-results.ts';
import { resultsFile } from '../../harness/results/file-schema.ts';
import { loadResults } from '../../harness/results/load-results.ts';
import type { Observation, Results } from '../../harness/results/schema.ts';
import { spellOut } from '../../harness/results/spell-out.ts';
import { results as hostileResults } from '../report/fixture.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { blockedCase, observation, run } from './synthetic-results.ts';

const again = (results: Results): Results => {
  const text = JSON.stringify(fileResults(results));
  return spellOut(resultsFile.parse(JSON.parse(text)), 'results.json');
};

/** A case of the corpus' form, whose id stands in what was seen of it. */
function caseOf(target: string, changes: (id: string) => Partial<Observation['evidence']> = () => ({})) {
  const one = blockedCase('rule', 'fetch', {});
  const id = `rule/doc/fetch/${target}`;
  const seen = observation();
  const violations = [
    {
      at: 2,
      target: 'document',
      fields: {
        documentURI: 'https://page.test/rule/doc',
        blockedURI: `https://api.test/?case=${id}`,
        sample: '',
      },
    },
  ];
  const evidence = { ...seen.evidence, violations, console: [`blocked ${id}`], ...changes(id) };
  return { ...one, id, scenario: 'rule', document: 'rule/doc', observed: { firefox: { ...seen, evidence } } };
}

test('results come back from their file as they were, hostile text and all', () => {
  expect(again(hostileResults)).toEqual(hostileResults);
  const results = run([
    caseOf('a'),
    caseOf('b', () => ({ console: null })),
    caseOf('c', () => ({ console: [] })),
  ]);
  expect(again(results)).toEqual(results);
});

test('what cases have alike but for their ids and times stands once', () => {
  const { tables, cases } = fileResults(run([caseOf('a'), caseOf('b')]));
  const [first, second] = cases.map(({ observed }) => observed.firefox);
  expect(first).toEqual(second);
  expect(Object.values(tables.consoles)).toEqual([['blocked {case}']]);
  expect(Object.values(tables.events)).toMatchObject([
    { documentURI: 'https://page.test/{document}', blockedURI: 'https://api.test/?case={case}' },
  ]);
});

test('a text that holds a mark itself is kept as it is', () => {
  for (const text of ['{case}', '{document}', '{{case}} of rule/doc/fetch/a']) {
    const results = run([caseOf('a', () => ({ console: [text] }))]);
    expect(again(results), text).toEqual(results);
    expect(Object.values(fileResults(results).tables.consoles), text).toEqual([[text]]);
  }
});

test('a file that names what its tables do not have, or has a time too few, is an error that names the case', () => {
  const file = resultsFile.parse(JSON.parse(JSON.stringify(fileResults(run([caseOf('a')])))));
  const without = { ...file, tables: { ...file.tables, consoles: {} } };
  expect(() => spellOut(without, 'x.json')).toThrow(
    /In x\.json, rule\/doc\/fetch\/a names .* of the table consoles/,
  );
  for (const at of [[], [1, 2, 3, 4, 5, 6, 7, 8, 9]]) {
    const [one] = structuredClone(file.cases);
    if (one?.observed.firefox === undefined) throw new Error('there is one');
    one.observed.firefox.at = at;
    expect(() => spellOut({ ...file, cases: [one] }, 'x.json')).toThrow(
      /times for another number of moments/,
    );
  }
});

test('results of version 2 are still read', async () => {
  const { deviations: _, ...results } = run([caseOf('a')]);
  const deviation = {
    ...{ id: 'old', browser: 'firefox', facet: 'outcome', kind: 'compatibility', spec: '', observed: '' },
    cause: 'It does so.',
  };
  const file = path.join(temporaryDirectory(), 'results.json');
  const deviations = [
    { ...deviation, link: 'https://bugs.test/1' },
    { ...deviation, link: null },
  ];
  const words = 'open: reached its server; closed: was not run';
  const cases = (control: unknown) => {
    const [one] = structuredClone(results.cases);
    Object.assign(one?.observed.firefox?.evidence ?? {}, { control });
    return [one];
  };
  await writeFile(file, JSON.stringify({ ...results, cases: cases(words), schemaVersion: 2, deviations }));
  const read = await loadResults(file);
  expect(read.cases).toEqual(cases({ open: null, closed: null, words }));
  expect(read.deviations.map(({ links }) => links)).toEqual([
    [{ url: 'https://bugs.test/1', tells: 'same' }],
    [],
  ]);
});
