import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders, request as openRequest } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkServerIdentity, connect as connectTls, type PeerCertificate } from 'node:tls';
import { WebSocket } from 'ws';
import type { Servers } from '../../servers/index.ts';

/** What a request of these tests may say beyond its URL. */
export interface RequestInit {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

/** A response, read to its end. */
export interface Received {
  status: number;
  headers: IncomingMessage['headers'];
  rawHeaders: string[];
  body: string;
}

/** Sends a request through the proxy as browsers do: `http:` in absolute form, `https:` through a tunnel. */
export async function send(servers: Servers, url: string, init: RequestInit = {}): Promise<Received> {
  const response = await open(servers, url, init);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const { statusCode, headers, rawHeaders } = response;
  return { status: statusCode ?? 0, headers, rawHeaders, body: Buffer.concat(chunks).toString() };
}

/** Like `send`, but gives the response as soon as its head is there. */
export async function open(servers: Servers, url: string, init: RequestInit = {}): Promise<IncomingMessage> {
  const { protocol, host, pathname, search } = new URL(url);
  const headers = { host, ...init.headers };
  const common = { method: init.method ?? 'GET', maxHeaderSize: 1024 * 1024 };
  const socket = protocol === 'https:' ? await secure(servers, url) : undefined;
  const request = socket
    ? openRequest({ ...common, path: pathname + search, headers, createConnection: () => socket as Socket })
    : openRequest({
        ...common,
        host: servers.proxy.host,
        port: servers.proxy.port,
        agent: false,
        path: url,
        headers,
      });
  request.end(init.body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

/** Opens a tunnel through the proxy; rejects with the status when the proxy refuses. */
export async function tunnel(
  servers: Servers,
  authority: string,
  headers: OutgoingHttpHeaders = {},
): Promise<Socket> {
  const request = openRequest({
    ...servers.proxy,
    method: 'CONNECT',
    path: authority,
    agent: false,
    headers,
  });
  request.end();
  const [response, socket] = (await once(request, 'connect')) as [IncomingMessage, Socket];
  if (response.statusCode !== 200) throw new Error(`proxy answered ${response.statusCode}`);
  return socket;
}

/** Opens a TLS connection through the proxy, and checks the certificate against the servers' own authority. */
async function secure(servers: Servers, url: string): Promise<Duplex> {
  const { hostname, port } = new URL(url);
  const socket = await tunnel(servers, `${hostname}:${port || 443}`);
  const host = hostname.replace(/^\[|\]$/g, '');
  const servername = /^[\d.]+$|:/.test(host) ? '' : host;
  const tls = connectTls({
    socket,
    host,
    servername,
    ca: servers.certificates.ca,
    checkServerIdentity: namesHost,
  });
  await once(tls, 'secureConnect');
  return tls;
}

/** Node 22 finds no IPv6 address in any certificate (its own check takes `::1` for a host name), so OpenSSL is asked. */
function namesHost(host: string, certificate: PeerCertificate): Error | undefined {
  if (isIP(host) === 0) return checkServerIdentity(host, certificate);
  const named = new X509Certificate(certificate.raw).checkIP(host);
  return named ? undefined : new Error(`the certificate does not name ${host}`);
}

/** Opens a WebSocket through a tunnel, as Chromium and Firefox do for both schemes. */
export async function openWebSocket(
  servers: Servers,
  url: string,
  protocols: string[] = [],
): Promise<WebSocket> {
  const { protocol, hostname, port } = new URL(url);
  const socket =
    protocol === 'wss:' ? await secure(servers, url) : await tunnel(servers, `${hostname}:${port || 80}`);
  const webSocket = new WebSocket(url, protocols, { createConnection: () => socket as Socket });
  await once(webSocket, 'open');
  return webSocket;
}
