import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { Ledger } from '../../servers/ledger.ts';
import { send, tunnel } from './client.ts';
import { expect, test } from './world.ts';

test('an entry says what came, when, and for which case', async ({ servers }) => {
  const before = Date.now() - 1;
  const run = randomUUID();
  const url = `https://api.test:8443/p?q=1&case=c&document=d&run=${run}&hop=2`;
  const headers = { 'Content-Type': 'text/plain;charset=UTF-8', 'X-A': ['1', '2'] };
  await send(servers, url, { method: 'POST', headers, body: 'hello' });
  const [entry] = servers.ledger.of('c');
  expect(entry).toMatchObject({
    kind: 'request',
    case: 'c',
    document: 'd',
    run,
    hop: 2,
    method: 'POST',
    url,
    headers: { host: 'api.test:8443', 'content-type': 'text/plain;charset=UTF-8', 'x-a': '1, 2' },
    status: 200,
    body: 'hello',
  });
  expect(entry?.time).toBeGreaterThan(before);
  expect(entry?.time).toBeLessThan(Date.now() + 1);
});

test('a request without parameters belongs to nothing, and is there', async ({ servers }) => {
  await send(servers, 'http://api.test/favicon.ico');
  expect(servers.ledger.entries()).toMatchObject([{ case: null, document: null, run: null, hop: 0 }]);
});

test('waiting ends with the arrival, before or after', async ({ servers }) => {
  const waiting = servers.ledger.waitFor((entry) => entry.case === 'c', { timeoutMs: 30_000 });
  await send(servers, 'http://api.test/?case=c');
  expect((await waiting)?.case).toBe('c');
  expect(await servers.ledger.waitFor((entry) => entry.case === 'c', { timeoutMs: 0 })).toBe(await waiting);
});

test('waiting for a body ends when the body is there', async ({ servers }) => {
  const waiting = servers.ledger.waitFor((entry) => entry.body === 'later', { timeoutMs: 30_000 });
  const socket = await tunnel(servers, 'api.test:80');
  socket.write('POST /?case=c HTTP/1.1\r\nHost: api.test\r\nContent-Length: 5\r\n\r\n');
  const head = await servers.ledger.waitFor((entry) => entry.case === 'c', { timeoutMs: 30_000 });
  expect(head).not.toHaveProperty('body');
  socket.end('later');
  expect(await waiting).toBe(head);
});

test('an upload that breaks off has arrived all the same', async ({ servers }) => {
  const socket = connect(servers.proxy.port, servers.proxy.host);
  socket.write('POST http://api.test/?case=c HTTP/1.1\r\nHost: api.test\r\nContent-Length: 99\r\n\r\n');
  const entry = await servers.ledger.waitFor(({ case: id }) => id === 'c', { timeoutMs: 30_000 });
  socket.destroy();
  expect(entry).toMatchObject({ kind: 'request', method: 'POST' });
});

test('waiting gives null when time runs out or the ledger is reset', async () => {
  const ledger = new Ledger();
  expect(await ledger.waitFor(() => true, { timeoutMs: 1 })).toBeNull();
  const waiting = ledger.waitFor(() => true, { timeoutMs: 30_000 });
  ledger.reset();
  expect(await waiting).toBeNull();
});

test('after a reset nothing is left, and late arrivals of the run before are kept apart', async ({
  servers,
}) => {
  const [first, second] = [randomUUID(), randomUUID()];
  servers.reset(first);
  servers.behave('c', { status: 418 });
  servers.serve('http://api.test/', { headers: [], contentType: 'text/html', body: 'page' });
  await send(servers, `http://api.test/?case=c&run=${first}`);
  expect(servers.ledger.of('c').map(({ run }) => run)).toEqual([first]);
  servers.reset(second);
  expect(servers.ledger.entries()).toEqual([]);
  const late = await send(servers, `http://api.test/?case=c&run=${first}`);
  await send(servers, `http://api.test/?case=c&run=${second}`);
  expect(late).toMatchObject({ status: 200, body: 'ok' });
  expect(servers.ledger.of('c').map(({ run }) => run)).toEqual([second]);
  expect(servers.ledger.strays().map(({ run }) => run)).toEqual([first]);
});

test('what names a case and not the run is kept apart, and wakes nobody', async ({ servers }) => {
  servers.reset('the run');
  const waiting = servers.ledger.waitFor(() => true, { timeoutMs: 30_000, case: 'c' });
  for (const mark of ['', '&run=', '&run=the+ru', '&run=another'])
    await send(servers, `http://api.test/?case=c${mark}`);
  expect(servers.ledger.of('c')).toEqual([]);
  expect(servers.ledger.strays()).toHaveLength(4);
  await send(servers, 'http://api.test/?case=other&run=the+run');
  await send(servers, 'http://api.test/?case=c&run=the+run');
  expect(await waiting).toMatchObject({ case: 'c', run: 'the run' });
});

test('what names neither a case nor a run counts in every run: nobody leans on it', async ({ servers }) => {
  servers.reset('the run');
  await send(servers, 'http://api.test/favicon.ico');
  expect(servers.ledger.entries()).toHaveLength(1);
  expect(servers.ledger.strays()).toEqual([]);
});
