import { expect, test } from '@playwright/test';
import { readHar } from '../../harness/input/har.ts';
import { metasOfHtml } from '../../harness/input/html-metas.ts';

type Headers = Record<string, string>;
const list = (headers: Headers) => Object.entries(headers).map(([name, value]) => ({ name, value }));

/** An entry as browsers' tools write it, in as far as it is read. */
const entry = (
  url: string,
  more: {
    page?: string;
    method?: string;
    status?: number;
    to?: string;
    asks?: Headers;
    answers?: Headers;
    content?: object;
    type?: string;
  } = {},
) => ({
  startedDateTime: '2026-11-24T10:00:00Z',
  pageref: more.page ?? 'page_1',
  ...(more.type && { _resourceType: more.type }),
  request: { method: more.method ?? 'GET', url, headers: list(more.asks ?? {}) },
  response: {
    status: more.status ?? 200,
    headers: list(more.answers ?? {}),
    redirectURL: more.to ?? '',
    content: more.content ?? { size: 0, mimeType: '' },
  },
});

const read = (...entries: object[]) =>
  readHar(JSON.stringify({ log: { version: '1.2', entries } }), '--har a.har', metasOfHtml);

const page = entry('https://page.test/', {
  type: 'document',
  answers: { 'Content-Security-Policy': "connect-src 'self'", 'content-security-policy-report-only': 'a\nb' },
  content: {
    mimeType: 'text/html',
    text: '<meta http-equiv=Content-Security-Policy content="connect-src *">',
  },
});

test('a document has its own policies, and the connections it made, redirects included', () => {
  const [document, ...others] = read(
    page,
    entry('https://page.test/app.js', { type: 'script' }),
    entry('https://api.test/v1', { type: 'preflight', method: 'OPTIONS' }),
    entry('https://api.test/v1', { type: 'fetch', method: 'POST', status: 302, to: '/v2' }),
    entry('https://api.test/v2', { type: 'fetch', status: 307, to: 'https://files.test/a' }),
    entry('https://files.test/a', { type: 'fetch' }),
    entry('https://api.test/x', { type: 'xhr', status: 0 }),
    entry('wss://live.test/', { type: 'websocket', status: 101 }),
    entry('https://api.test/stream', { type: 'eventsource' }),
    entry('https://beacon.test/', { type: 'ping', method: 'POST' }),
    entry('https://ping.test/', { type: 'ping', method: 'POST', asks: { 'Content-Type': 'text/ping' } }),
    entry('https://reports.test/', { type: 'csp-violation-report', method: 'POST' }),
  );
  expect(others).toEqual([]);
  expect(document).toMatchObject({
    url: 'https://page.test/',
    status: 200,
    policy: ["connect-src 'self'"],
    reportOnly: ['a', 'b'],
    meta: [{ content: 'connect-src *', parent: 'head' }],
  });
  expect(document?.connections).toEqual([
    {
      url: 'https://api.test/v1',
      redirects: ['https://api.test/v2', 'https://files.test/a'],
      by: 'fetch',
      method: 'POST',
      status: 200,
    },
    { url: 'https://api.test/x', redirects: [], by: 'XMLHttpRequest', method: 'GET', status: 0 },
    { url: 'wss://live.test/', redirects: [], by: 'WebSocket', method: 'GET', status: 101 },
    { url: 'https://api.test/stream', redirects: [], by: 'EventSource', method: 'GET', status: 200 },
    { url: 'https://beacon.test/', redirects: [], by: 'sendBeacon', method: 'POST', status: 200 },
    { url: 'https://ping.test/', redirects: [], by: 'a[ping]', method: 'POST', status: 200 },
  ]);
});

test('a document has its Connection Allowlists, where it has any', () => {
  const answers = {
    'Connection-Allowlist': '("https://api.test")\n()',
    'connection-allowlist-report-only': '()',
  };
  const connection = entry('https://api.test/', { type: 'fetch' });
  const [document] = read(entry('https://page.test/', { type: 'document', answers }), connection);
  expect(document).toMatchObject({ allowlist: ['("https://api.test")', '()'], allowlistReportOnly: ['()'] });
  expect(read(page, connection)[0]).not.toHaveProperty('allowlist');
});

test('where there are no types, the requests themselves say what they are', () => {
  const [document] = read(
    entry('https://page.test/old', { status: 301, to: '/', asks: { 'Sec-Fetch-Dest': 'document' } }),
    entry('https://page.test/', { asks: { 'Sec-Fetch-Dest': 'document' } }),
    entry('https://page.test/i.png', { asks: { 'Sec-Fetch-Dest': 'image' } }),
    entry('https://api.test/', { asks: { 'Sec-Fetch-Dest': 'empty' } }),
    entry('https://api.test/e', { asks: { 'sec-fetch-dest': 'empty', Accept: 'text/event-stream' } }),
    entry('https://live.test/', { status: 101, asks: { Upgrade: 'websocket' } }),
    entry('https://r.test/', {
      asks: { 'Sec-Fetch-Dest': 'empty', 'Content-Type': 'application/csp-report' },
    }),
  );
  expect(document?.url).toBe('https://page.test/');
  expect(document?.connections.map(({ url, by }) => [url, by])).toEqual([
    ['https://api.test/', 'fetch'],
    ['https://api.test/e', 'EventSource'],
    ['https://live.test/', 'WebSocket'],
  ]);
});

test('a frame’s connections are its own, and a second page’s are not the first’s', () => {
  const documents = read(
    page,
    entry('https://frame.test/f', { type: 'document', asks: { 'Sec-Fetch-Dest': 'iframe' } }),
    entry('https://api.test/1', { type: 'fetch', asks: { Referer: 'https://frame.test/' } }),
    entry('https://api.test/2', { type: 'fetch', asks: { Referer: 'https://page.test/' } }),
    entry('https://page.test/2', { type: 'document', page: 'page_2' }),
    entry('https://api.test/3', { type: 'fetch', page: 'page_2' }),
    entry('https://page.test/3', { type: 'document', page: 'page_3' }),
  );
  expect(documents.map(({ url, connections }) => [url, connections.map((one) => one.url)])).toEqual([
    ['https://page.test/', ['https://api.test/2']],
    ['https://frame.test/f', ['https://api.test/1']],
    ['https://page.test/2', ['https://api.test/3']],
  ]);
});

test('markup may be in base64, and is text in UTF-8', () => {
  const markup = '<meta http-equiv=Content-Security-Policy content="é">';
  const content = { mimeType: 'text/html', encoding: 'base64', text: Buffer.from(markup).toString('base64') };
  const [document] = read(
    entry('https://page.test/', { type: 'document', content }),
    entry('https://api.test/', { type: 'fetch' }),
  );
  expect(document?.meta).toMatchObject([{ content: 'é' }]);
});

test('a HAR of 1,000 requests is read', () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    entry(`https://api.test/${index % 7}`, { type: 'fetch', ...(index % 2 && { status: 302, to: '/0' }) }),
  );
  const [document] = read(page, ...many);
  expect(document?.connections.length).toBeGreaterThan(500);
});

test('what is no HAR is an error that says where', () => {
  const bad: [string, RegExp][] = [
    ['', /^--har a\.har: not JSON\n {2}Give a HAR/],
    ['{}', /^--har a\.har: no HAR: log: /],
    ['[]', /^--har a\.har: no HAR: the file: /],
    ['{"log": {"entries": [{"request": {}}]}}', /no HAR: log\.entries\.0\.request\.method: /],
  ];
  for (const [text, message] of bad) expect(() => readHar(text, '--har a.har', metasOfHtml)).toThrow(message);
});
