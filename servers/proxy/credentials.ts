import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A name and a password by the Basic scheme, without a colon in the name: https://www.rfc-editor.org/rfc/rfc7617#section-2 */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The challenge of a 407: https://www.rfc-editor.org/rfc/rfc9110#section-11.7.1 */
export const PROXY_AUTHENTICATE = { 'Proxy-Authenticate': 'Basic realm="connect-src conformance"' } as const;

/**
 * The host that greets whoever shows the credentials, and nobody else: a browser goes there once, and knows from then on
 * what to show. No name server knows it (https://www.rfc-editor.org/rfc/rfc6761#section-6.4), and no page asks for it.
 */
export const GREETING_HOST = 'credentials.invalid';

/** What it says. */
export const GREETING = 'known';

/** Whether a name and a password are those that the proxy was started with. */
export function credentialsCheck(credentials: Credentials): (shown: Credentials) => boolean {
  const wanted = digest(basic(credentials));
  return (shown) => timingSafeEqual(digest(basic(shown)), wanted);
}

/** How a request is known to be the browser's own: it carries the credentials the proxy was started with, if any. */
export function requestCheck(credentials: Credentials | null): (request: IncomingMessage) => boolean {
  if (credentials === null) return () => true;
  const wanted = digest(basic(credentials));
  return ({ headers }) => timingSafeEqual(digest(headers['proxy-authorization'] ?? ''), wanted);
}

const basic = ({ username, password }: Credentials): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Digests are of one length, as a comparison that takes the same time for any two needs them. */
const digest = (text: string): Buffer =>
  createHash('sha256')
    .update(text.replace(/^basic /i, 'Basic '))
    .digest();
