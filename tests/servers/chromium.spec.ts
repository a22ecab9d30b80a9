import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from '@playwright/test';
import type { Servers } from '../../servers/index.ts';
import { expect, test } from './world.ts';

/** The system's Chromium, or undefined for Playwright's own build. */
function systemChromium(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

test.describe('a real browser', () => {
  let browser: Browser;
  test.beforeAll(async ({ running }) => {
    const executablePath = systemChromium();
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      proxy: { server: running.proxy.url, bypass: '<-loopback>,direct.test' },
      args: [
        '--no-sandbox',
        '--ignore-certificate-errors',
        '--host-resolver-rules=MAP direct.test 127.0.0.1',
      ],
    });
  });
  test.afterAll(() => browser.close());

  /** Opens an empty page at the URL and gives what the function, run in it with `target`, resolves to. */
  async function inPage<T>(
    servers: Servers,
    url: string,
    target: string,
    run: (target: string) => Promise<T>,
  ) {
    servers.serve(url, { headers: [], contentType: 'text/html', body: '<!doctype html><title>page</title>' });
    const page = await browser.newPage();
    await page.goto(url);
    const result = await page.evaluate(run, target);
    await page.close();
    return result;
  }

  for (const target of [
    'https://api.test/?case=c',
    'https://b.third.test:8443/?case=c',
    'http://127.0.0.1:81/?case=c',
  ]) {
    test(`fetch ${target}`, async ({ servers }) => {
      const page = target.startsWith('https:') ? 'https://page.test/' : 'http://127.0.0.1:3000/';
      const text = await inPage(servers, page, target, async (url) => (await fetch(url)).text());
      expect(text).toBe('ok');
      expect(servers.ledger.of('c')).toMatchObject([{ kind: 'request', url: target }]);
    });
  }

  for (const [page, target] of [
    ['https://page.test/', 'wss://api.test/?case=c'],
    ['http://page.test/', 'ws://api.test/?case=c'],
  ] as const) {
    test(`WebSocket ${target}`, async ({ servers }) => {
      const echo = await inPage(
        servers,
        page,
        target,
        (url) =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(url);
            socket.onopen = () => socket.send('hello');
            socket.onmessage = ({ data }) => resolve(data);
            socket.onerror = () => reject(new Error('no connection'));
          }),
      );
      expect(echo).toBe('hello');
      expect(servers.ledger.of('c')).toMatchObject([{ kind: 'handshake', url: target }]);
    });
  }

  test('EventSource, and the stream it keeps open', async ({ servers }) => {
    servers.behave('c', { stream: true });
    const [data, state] = await inPage(
      servers,
      'https://page.test/',
      'https://api.test/?case=c',
      (url) =>
        new Promise<[string, number]>((resolve, reject) => {
          const source = new EventSource(url);
          source.onmessage = (event) => resolve([event.data, source.readyState]);
          source.onerror = () => reject(new Error('no connection'));
        }),
    );
    expect([data, state]).toEqual(['ok', 1]);
  });

  test('a preflight and a redirect to another host, each in the ledger', async ({ servers }) => {
    servers.behave('c', {
      hops: [{ status: 307, location: 'https://b.third.test/?case=c&hop=1', cors: 'origin' }],
      cors: 'origin',
    });
    const status = await inPage(servers, 'https://page.test/', 'https://api.test/?case=c', async (url) => {
      return (await fetch(url, { method: 'PUT', body: 'x' })).status;
    });
    expect(status).toBe(200);
    expect(servers.ledger.of('c').map(({ kind, hop, headers }) => [kind, hop, headers.origin])).toEqual([
      ['preflight', 0, 'https://page.test'],
      ['redirect', 0, 'https://page.test'],
      ['preflight', 1, 'null'],
      ['request', 1, 'null'],
    ]);
  });

  test('sendBeacon, its body, and the report of the policy that would block it', async ({ servers }) => {
    servers.serve('https://page.test/', {
      headers: [
        ['Content-Security-Policy-Report-Only', "connect-src 'none'; report-uri /report/uri?document=r"],
      ],
      contentType: 'text/html',
      body: '<!doctype html><script>navigator.sendBeacon("https://api.test/?case=c", "hello")</script>',
    });
    const page = await browser.newPage();
    await page.goto('https://page.test/');
    const beacon = await servers.ledger.waitFor((entry) => entry.body === 'hello', { timeoutMs: 30_000 });
    expect(beacon).toMatchObject({ kind: 'request', case: 'c', method: 'POST' });
    const report = await servers.ledger.waitFor((entry) => entry.document === 'r', { timeoutMs: 30_000 });
    expect(report).toMatchObject({
      kind: 'report',
      report: { 'csp-report': { 'blocked-uri': 'https://api.test/?case=c', disposition: 'report' } },
    });
    await page.close();
  });

  test('WebTransport: the first packet reaches the sink', async ({ servers }) => {
    const sink = servers.udpSink('c');
    servers.serve('https://page.test/', { headers: [], contentType: 'text/html', body: '' });
    const page = await browser.newPage();
    await page.goto('https://page.test/');
    await page.evaluate((url) => {
      new WebTransport(url).ready.catch(() => {});
    }, `https://direct.test:${sink.port}/`);
    const entry = await servers.ledger.waitFor(({ case: id }) => id === 'c', { timeoutMs: 30_000 });
    expect(entry).toMatchObject({ kind: 'quic', url: `https://127.0.0.1:${sink.port}/` });
    await page.close();
    sink.close();
  });
});
