import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeExample } from '../../harness/cli/init-command.ts';
import { disagreements } from '../../harness/plan/agreement.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

for (const name of ['connect-src.yaml', 'mine.yml', 'mine.json'])
  test(`${name} is a scenario file, its author and the oracle agree, and its schema is found`, async () => {
    const file = path.join(temporaryDirectory(), name);
    await writeExample(file);
    const { scenarios } = await loadCorpus(file);
    expect(scenarios.map(({ scenario }) => scenario.id)).toEqual(['my-site']);
    expect(scenarios[0]?.cases.length).toBeGreaterThan(10);
    expect(scenarios.flatMap(disagreements)).toEqual([]);
    const text = readFileSync(file, 'utf8');
    const [, schema] = /\$schema(?:=|": ")([^"\n]+)/.exec(text) ?? [];
    expect(existsSync(path.resolve(path.dirname(file), schema ?? '')), schema).toBe(true);
  });

test('nothing is written over, and a wrong name is told', async () => {
  const file = path.join(temporaryDirectory(), 'mine.json');
  await writeExample(file);
  await expect(writeExample(file)).rejects.toThrow(`${file}: it is there already\n  `);
  await expect(writeExample('mine.toml')).rejects.toThrow('ends in .yaml, .yml or .json');
  await expect(writeExample(path.join(file, '..', 'no', 'mine.json'))).rejects.toThrow(
    'its folder is not there',
  );
});
