import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Files } from '../../../harness/exports/wpt/folder.ts';
import { createCertificates } from '../../../servers/certificates.ts';

const HOST = 'web-platform.test';
const ALTERNATIVE = `not-${HOST}`;
const PORTS: Readonly<Record<string, number>> = {
  http: 8000,
  https: 8443,
  wss: 8889,
  'webtransport-h3': 11_000,
};

/** The part of wptserve that the exported tests need, behind a forward proxy: no hosts file knows its names. */
export interface WptServer {
  host: string;
  port: number;
  /** Where a test is opened. */
  urlOf(path: string): string;
  close(): Promise<void>;
}

/** `{{host}}`, `{{hosts[alt][www]}}`, `{{domains[www]}}` and `{{ports[https][0]}}`, as wptserve fills them in. */
export function substitute(text: string): string {
  return text
    .replaceAll('{{host}}', HOST)
    .replace(/\{\{hosts\[(alt)?\]\[([^\]]*)\]\}\}/g, (_, alternative, name) =>
      [name, alternative ? ALTERNATIVE : HOST].filter(Boolean).join('.'),
    )
    .replace(/\{\{domains\[([^\]]*)\]\}\}/g, (_, name) => [name, HOST].filter(Boolean).join('.'))
    .replace(/\{\{ports\[([\w-]+)\]\[0\]\}\}/g, (whole, scheme) => String(PORTS[scheme] ?? whole));
}

interface Answer {
  status: number;
  headers: [string, string][];
  body: string;
}

/** What a file is answered with, `?pipe=` and `.headers` applied; text is of bytes. */
function answerTo(files: Files, url: URL): Answer {
  const path = url.pathname.slice(1);
  const file = files[path] ?? (path === 'common/blank.html' ? '<!doctype html>\n' : undefined);
  const answer: Answer = {
    status: file === undefined ? 404 : 200,
    headers: [['Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html']],
    body: path.includes('.sub.') ? substitute(file ?? '') : (file ?? ''),
  };
  for (const line of substitute(files[`${path}.sub.headers`] ?? '').split('\n')) {
    const [name = '', value = ''] = line.split(/: (.*)/);
    if (name !== '') answer.headers.push([name, value]);
  }
  for (const pipe of url.searchParams.get('pipe')?.split('|') ?? []) {
    const [, name, text = ''] = /^(\w+)\((.*)\)$/.exec(pipe) ?? [];
    const [first = '', second = ''] = text.split(/,(.*)/);
    if (name === 'status') answer.status = Number(first);
    if (name === 'header') answer.headers.push([first, second]);
  }
  return answer;
}

/** Starts it with these files, and the stand-in for testharness.js. */
export async function startWptServer(exported: Files): Promise<WptServer> {
  const harness = readFileSync(new URL('testharness.js', import.meta.url), 'latin1');
  const files = { ...exported, 'resources/testharness.js': harness, 'resources/testharnessreport.js': '' };
  const { cert, key } = await createCertificates([HOST, `*.${HOST}`, ALTERNATIVE, `*.${ALTERNATIVE}`]);
  const urlOf = (request: IncomingMessage) => new URL(request.url ?? '/', `https://${request.headers.host}`);
  const answer: RequestListener = (request, response) => {
    const { status, headers, body } = answerTo(files, urlOf(request));
    response.sendDate = false;
    for (const [name, value] of headers) response.appendHeader(name, value);
    response.writeHead(status).end(Buffer.from(body, 'latin1'));
  };
  const secure = createSecureServer({ cert, key }, answer);
  secure.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    const url = urlOf(request);
    if (url.pathname === '/echo') return socket.write(handshake(request));
    const { status, headers } = answerTo(files, url);
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return socket.end(`HTTP/1.1 ${status} Answer\r\n${lines}Content-Length: 0\r\nConnection: close\r\n\r\n`);
  });
  const known = (url: URL, ...ports: (number | undefined)[]) =>
    url.hostname.endsWith(HOST) && ports.includes(Number(url.port));
  // Absolute URLs of http. Nothing of https is asked so: a port of its server gives no answer to plain text.
  const proxy = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://none');
    if (!known(url, PORTS.http)) return response.destroy();
    request.url = url.pathname + url.search;
    return answer(request, response);
  });
  const open = new Set<Duplex>();
  proxy.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  });
  proxy.on('connect', (request, socket) => {
    if (!known(new URL(`none://${request.url}`), PORTS.https, PORTS.wss))
      return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    return secure.emit('connection', socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    host: '127.0.0.1',
    port: (proxy.address() as AddressInfo).port,
    urlOf: (path) => {
      const scheme = path.includes('.https.') ? 'https' : 'http';
      return `${scheme}://${HOST}:${PORTS[scheme]}/${path}`;
    },
    async close() {
      for (const socket of open) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

/** https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2 */
function handshake({ headers }: IncomingMessage): string {
  const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
}
