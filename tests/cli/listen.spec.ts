import { execFile } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs the command line, and gives its exit code and what it said. */
function connectSrc(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const all = { cwd: root, env: { ...process.env, ...env } };
    const child = execFile(process.execPath, ['harness/connect-src.js', ...args], all, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });
}

const question = [
  '--policy',
  "connect-src 'self'",
  '--page',
  'https://a.example/',
  '--connect',
  'https://b.example/',
];

for (const [name, args, env, said] of [
  [
    'an address of another machine',
    ['run', '--listen', '192.0.2.77'],
    {},
    'is no IP address of this machine',
  ],
  [
    'the same for a question',
    ['check', '--listen', '192.0.2.77', ...question],
    {},
    'is no IP address of this machine',
  ],
  [
    'the same from the environment',
    ['run'],
    { CONNECT_SRC_LISTEN: '192.0.2.77' },
    'is no IP address of this machine',
  ],
  [
    'a browser elsewhere and no address',
    ['check', ...question],
    { CONNECT_SRC_BROWSERS: 'webkit=http://192.0.2.9:4444' },
    '--listen ',
  ],
  ['the same for a run', ['run'], { CONNECT_SRC_BROWSERS: 'webkit=ws://192.0.2.9:4444' }, '--listen '],
  ['no port', ['check', '--proxy-port', '80', ...question], {}, 'is no port that can be taken'],
  [
    'one port for two browsers',
    ['check', '--proxy-port', '3128', '--browsers', 'chromium,webkit', ...question],
    {},
    'Name one browser',
  ],
] as const)
  test(`${name}: exit code 2, with words`, async () => {
    const { code, said: heard } = await connectSrc([...args], env);
    expect(heard).toContain(said);
    expect(heard).not.toContain('    at ');
    expect(code).toBe(2);
  });

test('a port that is taken, and one port for two workers: exit code 2, with words', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const port = String((holder.address() as AddressInfo).port);
  const output = (name: string) => ['--output', test.info().outputPath(name), '--browsers', 'chromium'];
  const one = ['--grep', ' fetch-is-governed:|redirect-target-path-is-ignored:'];
  const asked = await connectSrc(['check', '--proxy-port', port, '--browsers', 'chromium', ...question]);
  expect(asked).toMatchObject({
    code: 2,
    said: expect.stringContaining(`port ${port} of 127.0.0.1: something else does`),
  });
  const taken = await connectSrc(['run', '--proxy-port', port, ...output('taken'), '--', ...one]);
  expect(taken.said).toContain(`port ${port} of 127.0.0.1: something else does`);
  expect(taken.code).toBe(2);
  const twice = await connectSrc([
    'run',
    '--proxy-port',
    port,
    ...output('twice'),
    '--',
    '--workers',
    '2',
    ...one,
  ]);
  expect(twice.said).toContain('2 proxies would have to listen on port');
  expect(twice.code).toBe(2);
  holder.close();
});
