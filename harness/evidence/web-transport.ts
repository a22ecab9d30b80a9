import type { Servers } from '../../servers/index.ts';
import { WEBTRANSPORT_PORT } from '../plan/world.ts';
import type { Instance } from './instance.ts';

/** Gives an instance whose connection is a WebTransport a UDP port of its own, in its URL and in its policies. */
export async function withUdpPort(instance: Instance, servers: Servers): Promise<Instance> {
  const [connection] = instance.connections;
  if (connection?.mechanism.name !== 'WebTransport') return instance;
  const { port } = await servers.udpSink(connection.id);
  const put = (text: string) => text.replaceAll(`:${WEBTRANSPORT_PORT}`, `:${port}`);
  const { document } = instance;
  return {
    ...instance,
    document: {
      ...document,
      policy: document.policy.map(put),
      reportOnly: document.reportOnly.map(put),
      meta: document.meta.map(put),
    },
    connections: [{ ...connection, target: { ...connection.target, url: put(connection.target.url) } }],
  };
}
