import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answer } from '../../harness/cli/check/answer-schema.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');

const check = (...options: string[]) =>
  spawnSync(process.execPath, ['harness/connect-src.js', 'check', ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
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

test('names that browsers know by HSTS and by pinned keys are played too, and an upgrade is said', () => {
  const { status, stdout, stderr } = check(
    ...[
      '--page',
      'http://app.example.org/',
      '--policy',
      'connect-src http://stripe.com https://www.google.com',
    ],
    ...['--connect', 'http://stripe.com/', '--connect', 'https://www.google.com/'],
    ...['--connect', 'https://www.facebook.com/tr'],
  );
  expect(stdout, stderr).toMatch(/fetch http:\/\/stripe\.com\/( +allowed){4}/);
  expect(stdout).toMatch(/fetch https:\/\/www\.google\.com\/( +allowed){4}/);
  expect(stdout).toMatch(/fetch https:\/\/www\.facebook\.com\/tr( +blocked){4}/);
  expect(stdout).toMatch(/chromium.* asked for https: instead: the host is built into it as one of HSTS\./);
  expect(status).toBe(0);
});

/** A HAR of documents that make a hundred connections each, and the verdict on each. */
function longHar(documents: number) {
  const exchange = (url: string, more: object, headers: object[] = []) => ({
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers, content: { mimeType: 'text/html', text: '' }, redirectURL: '' },
    ...more,
  });
  const verdicts: Record<string, string> = {};
  const entries = Array.from({ length: documents }, (_, n) => {
    const app = `https://app${n}.example.org`;
    const policy = `default-src 'self'; connect-src 'self' https://api${n}.example.net https://cdn.example.com/lib/`;
    const header = { name: 'content-security-policy', value: policy };
    const connections = Array.from({ length: 100 }, (_, m) => {
      const [url, verdict] = [
        [`https://api${n}.example.net/v1/${m}`, 'allowed'],
        [`https://tracker${m}.example.com/`, 'blocked'],
        [`https://cdn.example.com/lib/${m}`, 'allowed'],
        [`https://cdn.example.com/other/${m}`, 'blocked'],
        [`${app}/data/${m}`, 'allowed'],
      ][m % 5] as [string, string];
      verdicts[`${app}/ ${url}`] = verdict;
      return exchange(url, { pageref: app, _resourceType: m % 2 ? 'fetch' : 'xhr' });
    });
    return [exchange(`${app}/`, { pageref: app, _resourceType: 'document' }, [header]), ...connections];
  }).flat();
  const pages = Array.from({ length: documents }, (_, n) => ({
    ...{ id: `https://app${n}.example.org`, startedDateTime: '2026-01-01T00:00:00Z' },
    ...{ title: `App ${n}`, pageTimings: {} },
  }));
  const log = { version: '1.2', creator: { name: 'test', version: '1' }, pages, entries };
  return { text: JSON.stringify({ log }), verdicts };
}

for (const { documents, browsers } of [
  { documents: 1, browsers: ['chromium', 'firefox', 'webkit'] },
  { documents: 10, browsers: ['chromium'] },
])
  test(`a HAR of ${documents * 100} connections in ${browsers.join(', ')}`, () => {
    test.setTimeout(600_000);
    const { text, verdicts } = longHar(documents);
    const file = path.join(temporaryDirectory(), 'long.har');
    writeFileSync(file, text);
    const { status, stdout, stderr } = check('--har', file, '--json', '--browsers', browsers.join());
    const { connections } = answer.parse(JSON.parse(stdout || '{}'));
    expect(stderr).toBe('');
    const seen = connections.map(({ page, url, observed }) => [`${page} ${url}`, observed]);
    const asExpected = Object.entries(verdicts).map(([asked, verdict]) => [
      asked,
      Object.fromEntries(browsers.map((browser) => [browser, verdict])),
    ]);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(asExpected));
    expect(status).toBe(0);
  });
