import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { temporaryDirectory } from '../../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const scenario = (id: string) => ({
  id,
  title: 'A policy that two nights see differently',
  documents: [{ policy: "connect-src 'self'", by: ['fetch'], blocks: ['https://third.test/'] }],
});

/** The command lines of the jobs of nightly.yml, as they stand there. */
async function linesOf(job: string): Promise<string[]> {
  const { jobs } = parse(await readFile(path.join(root, '.github/workflows/nightly.yml'), 'utf8'));
  return jobs[job].steps.flatMap((step: { run?: string }) => step.run ?? []);
}

/** Runs one line as a job does: in bash, ending at the first failure. */
function runLine(
  line: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile('bash', ['-e', '-c', line], { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });
}

/** A checkout as far as the jobs need one: `npx` that finds this project, and a `gh` that writes down what it is told. */
async function checkout(): Promise<string> {
  const directory = temporaryDirectory();
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  const programs = {
    npx: `case $1 in\nconnect-src) shift; exec node '${root}/harness/connect-src.js' "$@";;\nplaywright) shift; cd '${root}'; exec node '${cli}' "$@";;\nesac`,
    gh: `echo "$@" >> '${directory}/told'; cat >> '${directory}/told'; case $2 in list) echo '[]';; esac`,
  };
  await mkdir(path.join(directory, 'bin'));
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(path.join(directory, 'bin', name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(directory, 'bin', name), 0o755);
  }
  await writeFile(
    path.join(directory, 'scenarios.json'),
    JSON.stringify({ scenarios: [scenario('one'), scenario('two')] }),
  );
  return directory;
}

/** Serves what was published, as Pages does. */
async function pages(directory: string): Promise<Server> {
  const server = createServer(async ({ url }, response) => {
    const file = await readFile(path.join(directory, url ?? '')).catch(() => null);
    response.writeHead(file ? 200 : 404).end(file ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('two nights of the workflow, command by command: shards, merge, publication, issue', async () => {
  test.setTimeout(900_000);
  const directory = await checkout();
  const published = path.join(directory, 'published');
  const server = await pages(published);
  const env = {
    PATH: `${path.join(directory, 'bin')}:${process.env.PATH}`,
    CONNECT_SRC_BROWSERS: 'chromium',
    CONNECT_SRC_SCENARIOS: path.join(directory, 'scenarios.json'),
    CONNECT_SRC_OUTPUT: path.join(directory, 'reports/latest'),
    BROWSERS: 'chromium',
    GITHUB_STEP_SUMMARY: path.join(directory, 'summary.md'),
    SITE: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    LINK: 'https://pages.test/',
  };

  /** One night on fresh machines: nothing but what is published goes over from the night before. */
  async function night(environment: Record<string, string>): Promise<string> {
    for (const each of ['parts', 'history', 'reports'])
      await rm(path.join(directory, each), { recursive: true, force: true });
    const runs = (await linesOf('run')).filter((line) => line.includes('--shard='));
    for (const shard of ['1', '2']) {
      for (const line of runs) {
        const own = line.replace(/\$\{\{ matrix\.shard \}\}/, shard);
        const step = await runLine(own, directory, { ...env, ...environment });
        expect(step.code, `${own}\n${step.said}`).toBe(0);
      }
      await cp(
        path.join(directory, 'reports/latest/results.json'),
        path.join(directory, `parts/results-chromium-${shard}/results.json`),
      );
    }
    let said = '';
    for (const line of (await linesOf('report')).filter((each) => each !== 'npm ci')) {
      const step = await runLine(line, directory, env);
      expect(step.code, `${line}\n${step.said}`).toBe(0);
      said += step.said;
    }
    await rm(published, { recursive: true, force: true });
    await cp(path.join(directory, 'reports/nightly'), published, { recursive: true });
    for (const line of (await linesOf('tell')).filter((each) => each !== 'npm ci')) {
      const step = await runLine(line, directory, env);
      expect(step.code, `${line}\n${step.said}`).toBe(0);
    }
    return said;
  }

  try {
    expect(await night({})).toContain('the first run of this history');
    const told = () => readFile(path.join(directory, 'told'), 'utf8').catch(() => '');
    expect(await told(), 'nothing changed, so nobody is told').toBe('');
    expect(await night({ CONNECT_SRC_SABOTAGE: 'strip-policy' })).toContain('Got worse (2):');
    expect(await told()).toMatch(
      /issue create[\s\S]*- chromium: one\/\S+: new deviation[\s\S]*https:\/\/pages\.test\//,
    );
    expect(await readFile(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('| security deviations | 2 |');
    expect(JSON.parse(await readFile(path.join(published, 'history/index.json'), 'utf8')).runs).toHaveLength(
      2,
    );
  } finally {
    server.close();
  }
});
