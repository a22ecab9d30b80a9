import { expect, test } from '@playwright/test';
import { recordedCauses } from '../../../harness/exports/recorded-cause.ts';
import { nameOf } from '../../../harness/exports/wpt/test-of.ts';
import { toWpt } from '../../../harness/exports/wpt/wpt.ts';
import { loadCorpus } from '../../../harness/plan/load.ts';

const corpus = await loadCorpus();
const { files, tests, leftOut } = toWpt(corpus);

test('every cause that lets something out has a test, or it is said why not', () => {
  const causes = recordedCauses(corpus).filter(({ kind }) => kind === 'security');
  const names = new Set(causes.map(({ deviation }) => nameOf(deviation.id)));
  const written = Object.values(tests).map(({ cause }) => cause);
  expect([...written, ...leftOut.map(({ cause }) => cause)].sort()).toEqual([...names].sort());
  expect(leftOut.map(({ cause }) => cause)).toEqual([
    'keepalive-redirect-overtakes-a-meta',
    'loopback-is-not-upgraded',
    'self-takes-any-default-port',
    'webrtc-directive-is-not-known',
    'data-shared-workers-are-free',
    'preloads-for-fetch-behind-service-workers',
    'websocket-follows-redirects',
  ]);
});

for (const [path, text] of Object.entries(files))
  test(`${path} keeps the rules of web-platform-tests' lint`, () => {
    expect(path.length).toBeLessThan(150);
    expect(path).toMatch(/^[\w./-]+$/);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/[ \t]\n|\r|\t/);
    expect(text).not.toMatch(
      /console\.|setTimeout|debugger|w3c-test\.org|web-platform\.test|\/\/[\w.-]+\.test/,
    );
    if (path.endsWith('.headers')) expect(text).toMatch(/^([\w-]+: .+\n)+$/);
    if (text.includes('{{')) expect(path).toContain('.sub.');
    if (path in tests) {
      expect(path).toMatch(/^content-security-policy\/connect-src\/[a-z0-9-]+(\.https)?\.sub\.html$/);
      const harness = text.indexOf('<script src="/resources/testharness.js">');
      expect(harness).toBeGreaterThan(0);
      expect(text.indexOf('<script src="/resources/testharnessreport.js">')).toBeGreaterThan(harness);
      expect(text.match(/promise_test\(/g)).toHaveLength(1);
    }
  });

test('one cause is exported alone, and one that no test can be written of is an error that says why', () => {
  const one = toWpt(corpus, 'webkit-trailing-wildcard-is-any-host');
  expect(Object.values(one.tests)).toEqual([{ cause: 'trailing-wildcard-is-any-host', fails: ['webkit'] }]);
  expect(one.files['README.md']).toContain('content-security-policy/connect-src/');
  expect(() => toWpt(corpus, 'self-takes-any-default-port')).toThrow('at a default port');
  expect(() => toWpt(corpus, 'events-carry-the-url-before-the-upgrade')).toThrow('it lets nothing out');
});
