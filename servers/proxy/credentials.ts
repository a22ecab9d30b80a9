import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A name and a password by the Basic scheme, without a colon in the name: https://www.rfc-editor.org/rfc/rfc7617#section-2 */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The challenge of a 407: https://www.rfc-editor.org/rfc/rfc9110#section-11.7.1 */
export const PROXY_AUTHENTICATE = { 'Proxy-Authenticate': 'Basic realm="connect-src conformance"' } as const;

/** How a request is known to be the browser's own: it carries the credentials the proxy was started with, if any. */
export function credentialsCheck(credentials: Credentials | null): (request: IncomingMessage) => boolean {
  if (credentials === null) return () => true;
  const { username, password } = credentials;
  const wanted = digest(`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
  return ({ headers }) => timingSafeEqual(digest(headers['proxy-authorization'] ?? ''), wanted);
}

/** Digests are of one length, as a comparison that takes the same time for any two needs them. */
const digest = (text: string): Buffer =>
  createHash('sha256')
    .update(text.replace(/^basic /i, 'Basic '))
    .digest();
