// Runs on the other machine, and tries every way into the proxy: node stranger.mjs HOST PORT [USERNAME PASSWORD]
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';

const [, , host, port, username, password] = process.argv;
const credentials = username && `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
const headers = credentials ? { 'proxy-authorization': credentials } : {};

/** The first line of what an HTTP client of this kind is answered. */
async function asked(method, path, more = {}) {
  const sent = request({
    host,
    port,
    method,
    path,
    agent: false,
    headers: { host: 'api.test', ...headers, ...more },
  });
  sent.end();
  const [response] = await Promise.race(['response', 'connect', 'upgrade'].map((event) => once(sent, event)));
  response.socket.destroy();
  return response.statusCode;
}

/** What a client of SOCKS 5 hears, as numbers: the choice of a method, and the answer to a name and a password. */
async function socks(methods, name, word) {
  const socket = connect(Number(port), host);
  await once(socket, 'connect');
  socket.write(Buffer.from([5, methods.length, ...methods]));
  const heard = [...(await once(socket, 'data'))[0]];
  if (heard[1] === 2) {
    socket.write(Buffer.from([1, name.length, ...Buffer.from(name), word.length, ...Buffer.from(word)]));
    heard.push(...(await once(socket, 'data'))[0]);
  }
  socket.destroy();
  return heard;
}

const tries = {
  request: () => asked('GET', 'http://api.test/?case=c'),
  greeting: () => asked('GET', 'http://credentials.invalid/'),
  tunnel: () => asked('CONNECT', 'api.test:443'),
  handshake: () =>
    asked('GET', 'ws://api.test/?case=c', {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    }),
  'SOCKS without a name': () => socks([0]),
  'SOCKS with one': () => socks([0, 2], username ?? 'connect-src', password ?? 'a guess'),
};
const answers = {};
for (const [name, attempt] of Object.entries(tries))
  answers[name] = await attempt().catch((error) => error.code ?? error.errors?.[0]?.code ?? error.message);
console.log(JSON.stringify(answers));
