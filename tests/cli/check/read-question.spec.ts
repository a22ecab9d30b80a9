import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { CheckOptions } from '../../../harness/cli/check/options.ts';
import { readQuestion } from '../../../harness/cli/check/read-question.ts';
import { UserError } from '../../../harness/errors.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const page = 'https://app.example.com/';
const good: CheckOptions = { policy: ["connect-src 'self'"], page, connect: ['https://api.example.com/v1'] };

/** Each option wrong: what is said, and what to do. */
const mistakes: Array<[string, CheckOptions, ...string[]]> = [
  ['no policy', { page, connect: ['/x'] }, 'there is no policy', 'Give --policy'],
  ['no page', { policy: [''], connect: ['/x'] }, '--page: missing', 'Write for example'],
  ['a page that is no URL', { ...good, page: 'app' }, '--page: "app" is not a URL', 'Write it as'],
  ['a page of another scheme', { ...good, page: 'ftp://a/' }, '--page: "ftp://a/" is not an http(s) URL'],
  ['no connection', { policy: [''], page }, '--connect: missing'],
  ['a connection that is no URL', { ...good, connect: ['https://'] }, '--connect: "https://" is not a URL'],
  ['a scheme that nobody plays', { ...good, connect: ['stun:a'] }, '--connect: "stun:a" cannot be tried'],
  [
    'an unknown mechanism',
    { ...good, by: 'fecth' },
    '--by: unknown mechanism "fecth"',
    'Did you mean "fetch"?',
  ],
  [
    'one that leaves the machine',
    { ...good, by: 'WebTransport' },
    '--by: WebTransport goes around the proxy',
  ],
  ['a mechanism of another scheme', { ...good, by: 'WebSocket' }, 'can be opened by none of --by WebSocket'],
  [
    'a mechanism of another global',
    { ...good, context: 'worker', by: 'a[ping]' },
    'none of --by a[ping] in the context worker',
  ],
  [
    'an unknown context',
    { ...good, context: 'wroker' },
    '--context: unknown context "wroker"',
    'Did you mean "worker"?',
  ],
  ['a policy of two lines', { ...good, policy: ['a\nb'] }, '--policy: "a\\nb" holds a control character'],
  ['a report-only one', { ...good, reportOnly: ['a\u0000'] }, '--report-only: ', 'holds a control character'],
  [
    'a redirect to nowhere',
    { ...good, redirect: ['https://a/'] },
    '--redirect: "https://a/" is not \'A -> B\'',
  ],
  [
    'a redirect of nothing',
    { ...good, redirect: ['/a -> /b'] },
    '--redirect: no connection comes to',
    '--connect',
  ],
  [
    'two redirects of one',
    { ...good, connect: ['/a'], redirect: ['/a -> /b', '/a -> /c'] },
    '/a is redirected twice',
  ],
  [
    'a circle of redirects',
    { ...good, connect: ['/a'], redirect: ['/a -> /b', '/b -> /a'] },
    'is redirected in a circle',
  ],
  [
    'a response that is not there',
    { ...good, response: 'nowhere' },
    '--response nowhere: there is no such file',
  ],
  ['markup that is not there', { ...good, html: 'nowhere' }, '--html nowhere: there is no such file'],
  ['a HAR that is not there', { har: 'nowhere' }, '--har nowhere: there is no such file'],
  [
    'a HAR beside a policy',
    { ...good, har: 'x.har' },
    '--har: cannot stand beside --policy',
    'give it alone',
  ],
];

for (const [name, options, ...says] of mistakes)
  test(`${name} is refused, with what to do`, async () => {
    const refused = await readQuestion(options).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    for (const part of says) expect((refused as Error).message).toContain(part);
  });

test('headers of a response, metas of a page and policies of the command line come together', async () => {
  const html = path.join(temporaryDirectory(), 'index.html');
  writeFileSync(
    html,
    '<head><meta http-equiv="Content-Security-Policy" content="connect-src https:"></head>' +
      '<body><meta http-equiv="Content-Security-Policy" content="connect-src x"></body>',
  );
  async function* stdin() {
    yield "HTTP/2 200\r\ncontent-security-policy: default-src 'self'\r\n";
    yield 'content-security-policy-report-only: connect-src *\r\n';
  }
  const { documents, notes } = await readQuestion({ ...good, response: '-', html }, stdin());
  expect(documents).toEqual([
    {
      page,
      policy: ["connect-src 'self'", "default-src 'self'"],
      reportOnly: ['connect-src *'],
      meta: ['connect-src https:'],
      context: 'document',
      connections: [{ url: 'https://api.example.com/v1', by: 'fetch', redirects: [] }],
    },
  ]);
  expect(notes).toEqual([expect.stringContaining('in body does nothing')]);
});

test('the mechanism follows the scheme, unless it is named; redirects are followed', async () => {
  const connectionsOf = async (options: CheckOptions) =>
    (await readQuestion({ ...good, ...options })).documents.flatMap(({ connections }) => connections);
  expect(
    await connectionsOf({
      connect: ['/a', 'wss://live.example.com/'],
      redirect: ['/a -> https://b.example.com/', 'https://b.example.com/ -> /c'],
    }),
  ).toEqual([
    {
      url: 'https://app.example.com/a',
      by: 'fetch',
      redirects: ['https://b.example.com/', 'https://b.example.com/c'],
    },
    { url: 'wss://live.example.com/', by: 'WebSocket', redirects: [] },
  ]);
  const named = await connectionsOf({ connect: ['/a'], by: 'fetch, sendBeacon,WebSocket' });
  expect(named.map(({ by }) => by)).toEqual(['fetch', 'sendBeacon']);
});

test('a HAR brings documents, policies and connections; what cannot be played is said', async () => {
  const har = path.join(temporaryDirectory(), 'session.har');
  const entry = (url: string, type: string, headers: object[] = []) => ({
    pageref: 'p',
    _resourceType: type,
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers, redirectURL: '', content: { mimeType: 'text/html', text: '' } },
  });
  const policy = { name: 'Content-Security-Policy', value: "connect-src 'self'" };
  const entries = [
    entry(page, 'document', [policy]),
    entry('https://api.example.com/v1', 'fetch'),
    entry('https://quic.example.com/', 'webtransport'),
  ];
  writeFileSync(har, JSON.stringify({ log: { entries } }));
  const { documents, notes } = await readQuestion({ har });
  expect(documents.map(({ policy }) => policy)).toEqual([["connect-src 'self'"]]);
  expect(documents[0]?.connections).toEqual([
    { url: 'https://api.example.com/v1', by: 'fetch', redirects: [] },
  ]);
  expect(notes).toEqual([
    'WebTransport https://quic.example.com/ is left out: it cannot be played on this machine.',
  ]);
});

test('a sandbox that lets no script run gets allow-scripts beside it, and that is said', async () => {
  const policy = [
    "sandbox; connect-src 'self'",
    'connect-src *, sandbox allow-same-origin',
    'sandbox allow-scripts',
  ];
  const { documents, notes } = await readQuestion({ ...good, policy });
  expect(documents[0]?.policy).toEqual([
    "sandbox allow-scripts; connect-src 'self'",
    'connect-src *, sandbox allow-same-origin allow-scripts',
    'sandbox allow-scripts',
  ]);
  expect(notes).toEqual([expect.stringContaining('`allow-scripts` beside it')]);
});
