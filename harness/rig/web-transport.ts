import type { Servers } from '../../servers/index.ts';
import type { Delivered } from '../plan/plan.ts';
import { WEBTRANSPORT_PORT } from '../plan/world.ts';
import type { Instance } from './instance.ts';

/** A WebTransport's instance as it is opened, and the UDP port that stands in it for the one its scenario names. */
interface OnUdpPort {
  instance: Instance;
  /** Null where the instance has no WebTransport. */
  port: number | null;
}

/** Gives an instance whose connection is a WebTransport a UDP port of its own, in its URL and in its policies. */
export function withUdpPort(instance: Instance, servers: Servers): OnUdpPort {
  const [connection] = instance.connections;
  if (connection?.mechanism.name !== 'WebTransport') return { instance, port: null };
  const { port } = servers.udpSink(connection.id);
  const put = (text: string) => text.replaceAll(`:${WEBTRANSPORT_PORT}`, `:${port}`);
  const { document } = instance;
  const delivered = ({ policy, reportOnly, meta, allowlist, allowlistReportOnly }: Delivered): Delivered => ({
    policy: policy.map(put),
    reportOnly: reportOnly.map(put),
    meta: meta.map(put),
    allowlist: allowlist.map(put),
    allowlistReportOnly: allowlistReportOnly.map(put),
  });
  const moved = {
    ...instance,
    document: {
      ...document,
      ...delivered(document),
      creator: document.creator && delivered(document.creator),
    },
    connections: [{ ...connection, target: { ...connection.target, url: put(connection.target.url) } }],
  };
  return { instance: moved, port };
}

/** What was said of a WebTransport, with the port its scenario names, as the oracle speaks of it. */
export const asPlanned = <T>(said: T, port: number): T =>
  JSON.parse(JSON.stringify(said).replaceAll(`:${port}`, `:${WEBTRANSPORT_PORT}`)) as T;
