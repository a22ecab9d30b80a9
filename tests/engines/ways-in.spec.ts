import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import WebSocket from 'ws';
import { acquireDisplay } from '../../harness/engines/display.ts';
import type { BrowserSession } from '../../harness/engines/engine.ts';
import { launch, resolveBrowser } from '../../harness/engines/find.ts';
import { privateFolder } from '../../harness/engines/private-folder.ts';
import { type Listener, listenersOfChildren } from './listeners-of.ts';
import { asOtherUser, asSelf, needsOtherUser } from './other-user.ts';

/** What another user of the machine may try while a run goes on. To a TCP port of 127.0.0.1 all users are alike. */
test.skip(process.platform !== 'linux', 'reads /proc');
// One browser at a time, so that a port is surely its own.
test.describe.configure({ mode: 'default' });
// On a busy machine a browser needs a minute to start.
test.setTimeout(300_000);

async function start(name: string): Promise<{ session: BrowserSession; listeners: Listener[] }> {
  const before = listenersOfChildren();
  const session = await launch(resolveBrowser(name), { proxy: { host: '127.0.0.1', port: 9 } });
  return { session, listeners: listenersOfChildren(before) };
}

/** A script that tries to connect to a Unix socket and prints how it ended. */
const connectTo = (socket: string) => `
  const client = require('net').connect(${JSON.stringify(socket)});
  client.on('connect', () => { console.log('let in'); process.exit(); });
  client.on('error', ({ code }) => console.log(code));`;

/**
 * A script that asks an X server for a connection without a key, and prints what the server says. The request: `l` for
 * the order of bytes, version 11.0, no key; the answer's first byte is 0 for a refusal, and its text begins at the ninth.
 */
const withoutKey = (socket: string) => `
  const client = require('net').connect(${JSON.stringify(socket)});
  client.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  // The server may write its answer in several parts, and closes only a connection that it refuses.
  const parts = [];
  client.on('error', ({ code }) => console.log(code));
  client.on('data', (part) => {
    parts.push(part);
    if (parts[0][0] === 0) return;
    console.log('let in');
    process.exit();
  });
  client.on('end', () => console.log('refused: ' + Buffer.concat(parts).subarray(8)));`;

/** What a BiDi server answers, be it to the command or, with a refusal, to the connection. */
function answerTo(url: string, command: object, options: WebSocket.ClientOptions = {}): Promise<string> {
  const socket = new WebSocket(url, options);
  return new Promise<string>((resolve) => {
    socket.once('error', ({ message }) => resolve(message));
    socket.once('message', (data) => resolve(String(data)));
    socket.once('open', () => socket.send(JSON.stringify(command)));
  }).finally(() => socket.close());
}

test('Chromium listens on no port', async () => {
  const { session, listeners } = await start('chromium');
  expect(listeners).toEqual([]);
  await session.close();
});

test.describe('Firefox', () => {
  test.skip(() => resolveBrowser('firefox').how === 'playwright-build', "speaks Playwright's own protocol");
  let session: BrowserSession;
  let listeners: Listener[];
  /** The sockets of consoles in this process's folder: tests before these may have left theirs behind. */
  const sockets = () => readdirSync(privateFolder()).filter((file) => file.startsWith('console-'));
  let consoles: string[];

  test.beforeAll(async () => {
    const before = sockets();
    ({ session, listeners } = await start('firefox'));
    consoles = sockets().filter((file) => !before.includes(file));
  });
  test.afterAll(() => session?.close());

  test('listens on one port only, whose session is taken', async () => {
    expect(listeners.map(({ name }) => name)).toEqual(['firefox-esr']);
    const url = `ws://127.0.0.1:${listeners[0]?.port}/session`;
    expect(await answerTo(url, { id: 1, method: 'session.new', params: { capabilities: {} } })).toContain(
      'Maximum number of active sessions',
    );
    expect(await answerTo(url, { id: 1, method: 'browsingContext.getTree', params: {} })).toContain(
      'invalid session id',
    );
    // No page of another browser either.
    expect(await answerTo(url, {}, { origin: 'http://page.test' })).toContain('400');
  });

  test("tells its console where nobody else enters: its folder is this user's only", () => {
    expect(consoles).toHaveLength(1);
    expect(statSync(privateFolder()).mode & 0o777).toBe(0o700);
  });

  test('does not let another user connect to its console', () => {
    needsOtherUser();
    const socket = path.join(privateFolder(), consoles[0] ?? '');
    expect(asOtherUser(connectTo(socket))).toBe('EACCES\n');
  });
});

test('WebKitWebDriver starts no program for anybody else', async () => {
  const { session, listeners } = await start('webkit');
  const driver = listeners.find(({ name }) => name === 'WebKitWebDriver');
  test.skip(!driver, 'is not driven by WebKitWebDriver here');
  const response = await fetch(`http://127.0.0.1:${driver?.port}/session`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: '/bin/true', args: [] } } },
    }),
  });
  expect(await response.json()).toMatchObject({ value: { message: 'Maximum number of active sessions' } });
  await session.close();
});

test('an X server of ours lets nobody in who has not its key', async () => {
  const configured = process.env.DISPLAY;
  delete process.env.DISPLAY;
  const display = await acquireDisplay();
  try {
    const { XAUTHORITY } = display.env;
    expect(statSync(XAUTHORITY ?? '').mode & 0o777).toBe(0o600);
    const socket = `/tmp/.X11-unix/X${display.name.slice(1)}`;
    expect(asSelf(withoutKey(socket))).toMatch(/^refused: Authorization required/);
    needsOtherUser();
    expect(asOtherUser(withoutKey(socket))).toMatch(/^refused: Authorization required/);
    expect(asOtherUser(`require('fs').readFileSync(${JSON.stringify(XAUTHORITY)})`)).toContain('EACCES');
  } finally {
    await display.release();
    if (configured !== undefined) process.env.DISPLAY = configured;
  }
});
