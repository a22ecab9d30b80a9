import { expect, test } from '@playwright/test';
import { type AnsweredConnection, answer } from '../../../harness/cli/check/answer-schema.ts';
import { answerText } from '../../../harness/cli/check/answer-text.ts';

const allowed: AnsweredConnection = {
  url: 'https://app.example.com/x',
  redirects: [],
  by: 'fetch',
  page: 'https://app.example.com/',
  context: 'document',
  spec: 'allowed',
  decided: { by: null, directive: 'connect-src', hop: null },
  observed: { chromium: 'allowed', firefox: 'allowed' },
  reason: { chromium: 'It arrived.', firefox: 'It arrived.' },
  script: { chromium: 'resolves cors', firefox: 'resolves cors' },
  way: { how: 'script', because: '' },
  notes: [],
  advice: [],
};

const blocked: AnsweredConnection = {
  ...allowed,
  url: 'https://api.example.com/',
  redirects: ['https://b.example.net/'],
  spec: 'blocked',
  decided: { by: 'csp', directive: 'connect-src', hop: 1 },
  observed: { chromium: 'blocked', firefox: 'allowed' },
  reason: { chromium: 'A violation event says it was blocked.', firefox: 'It arrived after 1 redirect.' },
  script: { chromium: 'rejects TypeError: Failed to fetch', firefox: 'resolves cors' },
  advice: [
    {
      id: 'least-to-add',
      says: 'The least to add: `https://b.example.net/`.',
      change: {
        in: 'policy',
        policy: 0,
        up: 0,
        directive: 'connect-src',
        add: 'https://b.example.net/',
        policies: ["connect-src 'self' https://b.example.net/"],
        also: [],
      },
      checked: { chromium: 'allowed', firefox: 'allowed' },
    },
  ],
};

const textOf = (...connections: AnsweredConnection[]) =>
  answerText(answer.parse({ browsers: [{ name: 'chromium', version: '156.0.1' }], notes: [], connections }), [
    'chromium',
    'firefox',
  ]);

test('a row for each connection, and nothing more on one that is as it should be', () => {
  expect(textOf(allowed).split('\n')).toEqual([
    'From document https://app.example.com/:',
    '',
    '  connection                       specification  chromium 156.0  firefox',
    '  fetch https://app.example.com/x  allowed        allowed         allowed',
  ]);
});

test('of a block: the hop, the advice and what came of it, what script saw, and who differs', () => {
  const text = textOf(allowed, blocked);
  for (const line of [
    'fetch https://api.example.com/ → https://b.example.net/: blocked at redirect 1',
    '  The least to add: `https://b.example.net/`.',
    "    connect-src 'self' https://b.example.net/",
    '    Tried: allowed in chromium, firefox.',
    '  Script in chromium: rejects TypeError: Failed to fetch',
    '  firefox differs: allowed. It arrived after 1 redirect.',
  ])
    expect(text.split('\n')).toContain(line);
});

test('how the harness got in is said where it was not by its own script', () => {
  const injected = { ...allowed, way: { how: 'injected' as const, because: "`script-src 'none'` stops it" } };
  expect(textOf(injected)).toContain('The policy was delivered as it is written.');
  const impossible = { ...allowed, way: { how: 'impossible' as const, because: 'no worker' } };
  expect(textOf(impossible)).toContain('document: not possible: no worker');
});
