import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answer } from '../../harness/cli/check/answer-schema.ts';

const root = path.resolve(import.meta.dirname, '../..');

const check = (...options: string[]) =>
  spawnSync(process.execPath, ['harness/connect-src.js', 'check', ...options], {
    cwd: root,
    encoding: 'utf8',
  });

const from = ['--page', 'https://app.example.org/'];

test('hosts of one’s own, a policy that stops every script, and a change that was tried', () => {
  const { status, stdout, stderr } = check(
    ...from,
    ...['--policy', "default-src 'none'; connect-src https://api.example.net; frame-ancestors 'none'"],
    ...['--connect', 'https://api.example.net/v1', '--connect', 'wss://live.example.net/', '--json'],
  );
  expect(stderr).toBe('');
  const { connections, browsers } = answer.parse(JSON.parse(stdout));
  const each = (verdict: string) => Object.fromEntries(browsers.map(({ name }) => [name, verdict]));
  expect(browsers).toHaveLength(3);
  expect(connections.map(({ by, spec, observed }) => ({ by, spec, observed }))).toEqual([
    { by: 'fetch', spec: 'allowed', observed: each('allowed') },
    { by: 'WebSocket', spec: 'blocked', observed: each('blocked') },
  ]);
  expect(connections.map(({ way }) => way.how)).toEqual(['injected', 'injected']);
  const advised = connections[1]?.advice.find(({ change }) => change !== undefined);
  expect(advised?.change?.add).toBe('wss://live.example.net');
  expect(advised?.checked).toEqual(each('allowed'));
  expect(status).toBe(0);
});

test('a table, and below it each block', () => {
  const { status, stdout } = check(
    ...from,
    ...['--policy', "connect-src 'self'", '--connect', 'https://api.example.net/', '--browsers', 'chromium'],
  );
  expect(stdout).toMatch(/connection +specification +chromium \d+\.\d+/);
  expect(stdout).toMatch(/fetch https:\/\/api\.example\.net\/ +blocked +blocked/);
  expect(stdout).toContain("    connect-src 'self' https://api.example.net\n");
  expect(stdout).toContain('Tried: allowed in chromium.');
  expect(stdout).toContain('Script in chromium: rejects TypeError');
  expect(status).toBe(0);
});
