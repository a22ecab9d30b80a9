import getPort from 'get-port';

/** The one address anything here listens on, unless another is asked for in so many words. */
export const LOOPBACK = '127.0.0.1';

/**
 * Listens on a free port. Another process may take the port between finding and binding it, so a port in use is tried
 * again with the next.
 *
 * @param bind starts listening on the port given, and rejects as `net.Server` does
 * @param host the address; 127.0.0.1 unless given
 * @returns the port
 */
export async function listenOnFreePort(
  bind: (port: number) => Promise<unknown>,
  host = LOOPBACK,
  attempts = 5,
): Promise<number> {
  const port = await getPort({ host });
  try {
    await bind(port);
    return port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempts <= 1) throw error;
    return listenOnFreePort(bind, host, attempts - 1);
  }
}
