import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { WebDriverClient } from '../../harness/engines/webdriver/client.ts';

interface Exchange {
  request: string;
  body: unknown;
}

/** A WebDriver server that answers what it is told to, and remembers what it was asked. */
async function startServer(answers: Record<string, { status?: number; value: unknown }>) {
  const exchanges: Exchange[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const key = `${request.method} ${request.url}`;
    exchanges.push({ request: key, body: body ? JSON.parse(body) : null });
    // As WebKitWebDriver has it from 2.54 on.
    const wrongType = body !== '' && request.headers['content-type'] !== 'application/json';
    const { status = 200, value } = wrongType
      ? { status: 400, value: { error: 'invalid argument', message: 'Content-Type header not allowed' } }
      : (answers[key] ?? { status: 404, value: { error: 'unknown command', message: key } });
    response.writeHead(status).end(JSON.stringify({ value }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, exchanges, stop };
}

const session = { value: { sessionId: 's1', capabilities: { browserName: 'Test', browserVersion: '1.2' } } };

test('starts a session with the capabilities asked for', async () => {
  const server = await startServer({ 'POST /session': session });
  const client = await WebDriverClient.start(server.url, { acceptInsecureCerts: true });
  expect(client.capabilities.browserVersion).toBe('1.2');
  expect(server.exchanges).toEqual([
    {
      request: 'POST /session',
      body: { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } },
    },
  ]);
  server.stop();
});

test('hands on why a session was refused', async () => {
  const refusal = { error: 'session not created', message: 'no such browser' };
  const server = await startServer({ 'POST /session': { status: 500, value: refusal } });
  await expect(WebDriverClient.start(server.url, {})).rejects.toMatchObject({
    kind: 'protocol',
    message: 'session not created: no such browser',
  });
  server.stop();
});

for (const [error, kind] of [
  ['invalid session id', 'crash'],
  ['no such window', 'crash'],
  ['script timeout', 'timeout'],
  ['timeout', 'timeout'],
  ['javascript error', 'protocol'],
]) {
  test(`takes "${error}" for a ${kind} error`, async () => {
    const answer = { status: 500, value: { error, message: '' } };
    const server = await startServer({ 'POST /session': session, 'POST /session/s1/execute/async': answer });
    const client = await WebDriverClient.start(server.url, {});
    await expect(client.executeAsync('')).rejects.toMatchObject({
      name: 'EngineError',
      kind,
      message: error,
    });
    server.stop();
  });
}

test('tells a navigation that led nowhere from one that worked', async () => {
  const server = await startServer({
    'POST /session': session,
    'POST /session/s1/url': { value: null },
    'POST /session/s1/execute/sync': { value: 1000.5 },
  });
  const client = await WebDriverClient.start(server.url, {});
  await expect(client.navigate('http://page.test/')).rejects.toMatchObject({
    kind: 'protocol',
    message: 'http://page.test/ could not be loaded',
  });
  server.stop();
});

test('calls a server that is not there a crash', async () => {
  const server = await startServer({ 'POST /session': session });
  const client = await WebDriverClient.start(server.url, {});
  server.stop();
  await expect(client.windows()).rejects.toMatchObject({ name: 'EngineError', kind: 'crash' });
  expect(await WebDriverClient.startIfListening(server.url, {})).toBeNull();
});
