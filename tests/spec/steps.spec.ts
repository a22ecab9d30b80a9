import { expect, test } from '@playwright/test';
import { anchors, explain } from '../../harness/spec/explain.ts';
import { tables } from './tables/index.ts';
import { anchorsSeen } from './tables/table.ts';

test('every anchor is cited by a step of some statement', () => {
  for (const { cases } of tables) for (const { actual } of cases) actual();
  expect([...anchorsSeen].sort()).toEqual([...anchors].sort());
});

test('the steps of an answer read like the specification', () => {
  const { steps } = explain({
    policy: "default-src 'self' https://b.test/a/",
    self: 'https://page.test/',
    url: 'wss://b.test/a/chat',
  });
  expect(steps.map(({ anchor, what, operands = '', outcome }) => [anchor, what, operands, outcome])).toEqual([
    [
      'CSP#parse-response-csp',
      'policy from a header, enforce',
      "default-src 'self' https://b.test/a/",
      "default-src 'self' https://b.test/a/",
    ],
    [
      'HTML#determining-navigation-params-policy-container',
      'document: policies of its own response',
      'self-origin https://page.test',
      '1',
    ],
    ['WS#concept-websocket-establish', 'request URL', 'wss://b.test/a/chat', 'https://b.test/a/chat'],
    ['CSP#effective-directive-for-a-request', 'effective directive', 'destination ""', 'connect-src'],
    ['MIX#should-block-fetch', 'from https://page.test', 'https://b.test/a/chat', 'allowed'],
    ['CSP#should-directive-execute', 'default-src for connect-src', '', 'Yes: the policy has none closer'],
    [
      'CSP#default-src-pre-request',
      'checks as connect-src',
      "'self' https://b.test/a/",
      'with the list of default-src',
    ],
    ['CSP#match-url-to-source-expression', 'source expression', "'self'", 'Does Not Match'],
    ['CSP#match-schemes', 'scheme-part', 'https for https', 'Matches'],
    ['CSP#match-hosts', 'host-part', 'b.test for b.test', 'Matches'],
    ['CSP#match-ports', 'port-part', 'none for default', 'Matches'],
    ['CSP#match-paths', 'path-part', '/a/ for /a/chat', 'Matches'],
    ['CSP#match-url-to-source-expression', 'source expression', 'https://b.test/a/', 'Matches'],
    ['CSP#connect-src-pre-request', 'connect-src before the request', "'self' https://b.test/a/", 'Allowed'],
    ['CSP#should-block-request', 'enforced policies together', '', 'Allowed'],
    ['CSP#should-block-response', 'response, asked as the request was', 'https://b.test/a/chat', 'Allowed'],
    ['FETCH#concept-main-fetch', 'response', 'https://b.test/a/chat', 'allowed'],
  ]);
});

test('a step fits on a line, however long the policy', () => {
  const { steps } = explain({
    policy: `connect-src ${'a'.repeat(9999)}`,
    self: 'opaque',
    url: 'https://b.test/',
  });
  const lengths = steps.map(
    ({ what, operands = '', outcome }) => what.length + operands.length + outcome.length,
  );
  expect(Math.max(...lengths)).toBeLessThan(400);
});

test('a question that cannot be asked is answered, with what is wrong with it', () => {
  for (const wrong of [{ url: '//b.test' }, { self: 'b.test' }, { serviceWorker: { responseUrl: '?' } }]) {
    const { verdict, by, steps } = explain({ policy: '', self: 'opaque', url: 'https://b.test/', ...wrong });
    expect([verdict, by, steps.length]).toEqual(['blocked', 'url', 1]);
  }
});
