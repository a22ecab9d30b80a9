import { METHODS } from 'node:http';
import { connect } from 'node:net';
import { send, tunnel } from './client.ts';
import { expect, test } from './world.ts';

test('every method HTTP knows is answered', async ({ servers }) => {
  const methods = METHODS.filter((method) => method !== 'CONNECT');
  for (const method of methods) {
    expect((await send(servers, `http://api.test/?case=${method}`, { method })).status).toBe(200);
  }
  expect(servers.ledger.entries().map(({ method }) => method)).toEqual(methods);
});

for (const contentType of [
  '',
  ';;',
  'garbage',
  'application/json',
  'multipart/form-data',
  'text/ping',
  'a/b; c',
]) {
  test(`a body of type "${contentType}" is taken as it is`, async ({ servers }) => {
    const headers = { 'content-type': contentType };
    const url = 'https://api.test/?case=c';
    expect((await send(servers, url, { method: 'POST', headers, body: '{"cut' })).status).toBe(200);
    expect(servers.ledger.of('c')).toMatchObject([{ headers, body: '{"cut' }]);
  });
}

test('a body without a type is taken as it is', async ({ servers }) => {
  await send(servers, 'https://api.test/?case=c', { method: 'POST', body: 'x' });
  expect(servers.ledger.of('c')).toMatchObject([{ body: 'x' }]);
});

for (const path of ['/%zz', '//double//', '/a%2Fb', `/${'long'.repeat(5000)}`, "/'()*;=,", '/..%2f']) {
  test(`the path ${path.slice(0, 20)} arrives`, async ({ servers }) => {
    expect((await send(servers, `http://api.test${path}?case=c`)).status).toBe(200);
    expect(servers.ledger.of('c').map(({ url }) => url)).toEqual([`http://api.test${path}?case=c`]);
  });
}

test('HEAD gives the headers alone', async ({ servers }) => {
  const response = await send(servers, 'https://api.test/', { method: 'HEAD' });
  expect(response).toMatchObject({ status: 200, headers: { 'content-length': '2' }, body: '' });
});

test('what is no HTTP at all costs only its own connection', async ({ servers }) => {
  const { proxy } = servers;
  const sockets = [connect(proxy.port, proxy.host), await tunnel(servers, 'page.test:443')];
  for (const socket of sockets) {
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.end('\x00\x01 nonsense\r\n\r\n');
    socket.resume();
    await closed;
  }
  expect((await send(servers, 'https://page.test/')).status).toBe(200);
});
