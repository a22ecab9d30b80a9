import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { loadResults } from '../../harness/results/load-results.ts';
import type { Results } from '../../harness/results/schema.ts';

const root = path.resolve(import.meta.dirname, '../..');
const file = (name: string) => test.info().outputPath(name);

function scenario(id: string, blocked: string) {
  const documents = [{ policy: 'connect-src https://api.test', by: ['fetch'], blocks: [blocked] }];
  return { id, title: `The scenario ${id}`, documents };
}

function playwright(args: string[], env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync('npx', ['playwright', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONNECT_SRC_SCENARIOS: file('mine.json'), ...env },
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

async function merged(blobs: string): Promise<Results> {
  const output = file(`merged-${blobs}`);
  const reporter = path.join(root, 'harness/cli/reporter.ts');
  playwright(['merge-reports', `--reporter=${reporter}`, file(blobs)], { CONNECT_SRC_OUTPUT: output });
  return loadResults(output);
}

test('Playwright’s own blobs of two shards merge into one report; one alone says what it lacks', async () => {
  const scenarios = [scenario('mine-one', 'https://third.test/'), scenario('mine-two', 'https://page.test/')];
  writeFileSync(file('mine.json'), JSON.stringify({ scenarios }));
  const shard = (number: number, blobs: string) =>
    playwright(['test', '--project=chromium', `--shard=${number}/2`, '--reporter=blob', '--workers=1'], {
      PLAYWRIGHT_BLOB_OUTPUT_FILE: file(`${blobs}/${number}.zip`),
    });
  shard(1, 'first');
  const first = await merged('first');
  expect(first.shards).toEqual({ total: 2, present: [1] });
  expect(first.cases.map(({ scenario }) => scenario)).toEqual(['mine-one']);

  shard(1, 'both');
  shard(2, 'both');
  const both = await merged('both');
  expect(both.shards).toEqual({ total: 2, present: [1, 2] });
  expect(both.missing).toEqual([]);
  expect(both.cases.map(({ scenario, observed }) => [scenario, observed.chromium?.verdict])).toEqual([
    ['mine-one', 'blocked'],
    ['mine-two', 'blocked'],
  ]);
  expect(Object.keys(both.derivations)).toHaveLength(2);
});
