import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { UserError } from '../../harness/errors.ts';
import { loadResults } from '../../harness/results/load-results.ts';
import { merge } from '../../harness/results/merge.ts';
import type { DeviationRecord } from '../../harness/results/schema.ts';
import { writeResults } from '../../harness/results/write-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { blockedCase, observation, run } from './synthetic-results.ts';

const results = run([blockedCase('one', 'fetch', { firefox: observation() })]);

async function written(): Promise<string> {
  return writeResults(results, temporaryDirectory());
}

/** Writes what `change` makes of a good file in its place. */
async function spoilt(change: (text: string) => string): Promise<string> {
  const file = await written();
  await writeFile(file, change(await readFile(file, 'utf8')));
  return file;
}

async function refusal(file: string): Promise<UserError> {
  const error = await loadResults(file).then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  expect(error.message, 'what is wrong, and on the next line what to do').toMatch(/.\n {2}./);
  return error;
}

test('reads back what was written, by file and by directory', async () => {
  const file = await written();
  expect(await loadResults(file)).toEqual(results);
  expect(await loadResults(path.dirname(file))).toEqual(results);
});

test('a file that is not there is named', async () => {
  const file = path.join(os.tmpdir(), 'no-such-directory', 'results.json');
  expect((await refusal(file)).message).toContain(`There are no results at ${file}.`);
});

test('a directory without results is told as such', async () => {
  const directory = temporaryDirectory();
  expect((await refusal(directory)).message).toContain(path.join(directory, 'results.json'));
});

test('a file cut off anywhere is told apart from one that is something else', async () => {
  const whole = await readFile(await written(), 'utf8');
  for (const share of [0, 0.01, 0.2, 0.5, 0.7, 0.9, 0.99]) {
    const file = await spoilt((text) => text.slice(0, Math.floor(whole.length * share)));
    expect((await refusal(file)).message).toContain('ends in the middle');
  }
  const text = await refusal(await spoilt(() => '<html></html>'));
  expect(text.message).toContain('is not JSON');
});

test('a newer schema version says which one, and that an update helps', async () => {
  const error = await refusal(
    await spoilt((text) => text.replace('"schemaVersion": 3', '"schemaVersion": 4')),
  );
  expect(error.message).toContain('schema version 4, newer than 3');
  expect(error.message).toContain('Update');
});

test('an older schema version says which one, and that a new run helps', async () => {
  const error = await refusal(
    await spoilt((text) => text.replace('"schemaVersion": 3', '"schemaVersion": 1')),
  );
  expect(error.message).toContain('schema version 1, older than 2');
  expect(error.message).toContain('Run the harness again');
});

test('a case whose steps are not there is named', async () => {
  const error = await refusal(await spoilt((text) => text.replace('"d1": ["s1"]', '"d2": ["s1"]')));
  expect(error.message).toContain(`${results.cases[0]?.id} names the derivation d1`);
  const step = await refusal(await spoilt((text) => text.replace('"s1": {', '"s2": {')));
  expect(step.message).toContain('derivation d1 names the step s1');
});

test('JSON of something else is not taken for results', async () => {
  expect((await refusal(await spoilt(() => '{"name": "a package"}'))).message).toContain(
    'not a results file',
  );
  expect((await refusal(await spoilt(() => '[]'))).message).toContain('not a results file');
});

test('data that does not fit the schema is told by its place', async () => {
  const error = await refusal(
    await spoilt((text) => text.replace('{"verdict":"blocked","status"', '{"verdict":"perhaps","status"')),
  );
  expect(error.message).toContain('cases[0].observed.firefox.verdict');
});

test('a reproduction whose steps are not there is refused, and one whose are is read as it was written', async () => {
  const deviation: DeviationRecord = {
    ...{ id: 'a-cause', browser: 'firefox', facet: 'enforcement', kind: 'security' },
    ...{ spec: 'blocked', observed: 'allowed', cause: 'Why.', since: null },
    ...{ links: [], lookedUp: null, fixed: null },
    reproduction: {
      ...{ version: '153', observed: 'allowed', mechanism: 'fetch', url: 'https://a.test/', redirects: [] },
      options: {},
      document: {
        ...{ id: 'r', page: 'https://page.test/', context: 'frame' },
        ...{ policy: ['connect-src'], reportOnly: [], meta: [] },
      },
      spec: { verdict: 'blocked', by: 'csp', derivation: 'd1' },
    },
  };
  const of = (derivation: string) => {
    const results = run([blockedCase('one', 'fetch', { firefox: observation() })], {
      deviations: [structuredClone(deviation)],
    });
    const spec = results.deviations[0]?.reproduction?.spec;
    if (spec) spec.derivation = derivation;
    return results;
  };
  const directory = temporaryDirectory();
  await writeResults(of('d1'), directory);
  expect((await loadResults(directory)).deviations).toEqual([deviation]);
  await writeResults(of('no-such'), directory);
  expect((await refusal(directory)).message).toContain(
    'a-cause names the derivation no-such, which is not there',
  );
});

const parts = ['one', 'two', 'three'].map((scenario) =>
  run([blockedCase(scenario, 'fetch', { firefox: observation() })]),
);

/** Writes the journal of a run that was killed. */
async function journal(text: string): Promise<string> {
  const file = path.join(temporaryDirectory(), 'journal.jsonl');
  await writeFile(file, text);
  return file;
}

test('a journal gives what had finished, and drops the line that had not', async () => {
  const lines = parts.map((part) => `${JSON.stringify(part)}\n`);
  const joined = (...finished: typeof parts) =>
    merge(finished.map((results, index) => ({ name: `line ${index + 1}`, results })));
  expect(await loadResults(await journal(lines.join('')))).toEqual(joined(...parts));
  for (const rest of [1, 100, 1000]) {
    const cut = lines.join('').slice(0, -rest);
    const found = await loadResults(await journal(cut));
    expect(found, `${rest} characters are not there`).toEqual(
      rest === 1 ? joined(...parts) : joined(...parts.slice(0, 2)),
    );
  }
});

test('a journal without results, or with a line of something else, says so and where', async () => {
  for (const text of ['', '{"schemaVers'])
    expect((await refusal(await journal(text))).message).toContain('holds no results');
  const [first, second] = parts.map((part) => JSON.stringify(part));
  const broken = await refusal(await journal(`${first}\n{"half": \n${second}\n`));
  expect(broken.message).toContain('journal.jsonl, line 2 ends in the middle');
  const old = await refusal(await journal(`${first?.replace('"schemaVersion":3', '"schemaVersion":1')}\n`));
  expect(old.message).toContain('journal.jsonl, line 1 has schema version 1');
});
