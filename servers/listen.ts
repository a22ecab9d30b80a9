import getPort from 'get-port';

/** The one address anything here listens on. */
export const LOOPBACK = '127.0.0.1';

/**
 * Listens on a free port of 127.0.0.1. Another process may take the port between finding and binding it, so a port in
 * use is tried again with the next.
 *
 * @param bind starts listening on the port given, and rejects as `net.Server` does
 * @returns the port
 */
export async function listenOnFreePort(
  bind: (port: number) => Promise<unknown>,
  attempts = 5,
): Promise<number> {
  const port = await getPort({ host: LOOPBACK });
  try {
    await bind(port);
    return port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempts <= 1) throw error;
    return listenOnFreePort(bind, attempts - 1);
  }
}
