import { UserError } from '../errors.ts';

/** The port of the proxy; `--proxy-port` sets it. */
export const PROXY_PORT = 'CONNECT_SRC_PROXY_PORT';

/**
 * The port that the proxy is to listen on, for a browser that takes no proxy but the system's, as Safari does; null for a
 * free one each time.
 * @throws {UserError} where it is no port
 */
export function proxyPortFromEnvironment(env: NodeJS.ProcessEnv = process.env): number | null {
  const asked = env[PROXY_PORT]?.trim() ?? '';
  if (asked === '') return null;
  const port = Number(asked);
  if (/^\d{1,5}$/.test(asked) && port >= 1024 && port < 65_536) return port;
  throw new UserError(
    `--proxy-port (${PROXY_PORT}): ${JSON.stringify(asked)} is no port that can be taken`,
    'Give a number from 1024 to 65535',
  );
}

/**
 * Requires that the one port is for one proxy at a time.
 * @param proxies how many there would be
 * @param fix how to have one
 * @throws {UserError} where there would be more
 */
export function requireOneProxy(proxies: number, fix: string, env: NodeJS.ProcessEnv = process.env): void {
  const port = proxyPortFromEnvironment(env);
  if (port === null || proxies <= 1) return;
  throw new UserError(
    `--proxy-port (${PROXY_PORT}): ${proxies} proxies would have to listen on port ${port}, and one can`,
    fix,
  );
}
