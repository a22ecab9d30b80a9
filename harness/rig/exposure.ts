import { randomBytes } from 'node:crypto';
import type { Credentials } from '../../servers/index.ts';
import type { Listening } from '../engines/listen.ts';
import { UserError } from '../errors.ts';

/** Credentials of one rig, which nobody can guess; of letters that a URL takes as they are. */
export const newCredentials = (): Credentials => ({
  username: 'connect-src',
  password: randomBytes(24).toString('base64url'),
});

/** In a line, what a proxy that listens for a browser of another machine exposes. */
export function exposure(browser: string, { host, reachedAt, from }: Listening, port: number): string {
  const where =
    host === reachedAt
      ? `on ${host}, port ${port},`
      : `on every address of this machine (${host}), port ${port},`;
  return `${browser}: the proxy listens ${where} for the browser that ${from} starts; it leads to the harness's own servers only, and refuses everybody who does not show the credentials of this run.`;
}

/** What is told where the proxy cannot listen where it is to. */
export function cannotListen(cause: NodeJS.ErrnoException, host = '127.0.0.1', port?: number): Error {
  const where = `port ${port ?? 'any'} of ${host}`;
  switch (cause.code) {
    case 'EADDRINUSE':
      return new UserError(
        `the proxy cannot listen on ${where}: something else does`,
        'End that, or give another --proxy-port',
      );
    case 'EADDRNOTAVAIL':
    case 'EACCES':
      return new UserError(
        `the proxy cannot listen on ${where}: ${cause.code}`,
        'Give another address or port',
      );
    default:
      return cause;
  }
}
