import { contextNamed } from '../catalogue/registry.ts';
import { isNetworkUrl } from '../plan/address.ts';
import { none } from '../plan/delivery.ts';
import { finalHop, type PlannedCase, type PlannedDocument, type PlannedTarget } from '../plan/plan.ts';
import { shortHash } from '../plan/short-hash.ts';
import { type Connection, type Instance, isolated, split } from './instance.ts';

/**
 * Controls are what silence is measured against. The open control is the same mechanism to the same server from a
 * document with no policy, started after the cases: when it has arrived and the case has not, the case was blocked. The
 * closed control is the same mechanism under `connect-src 'none'`, started after the cases too: when its violation event
 * is there and a case's is not, there is none.
 */
export interface Controls {
  /** Case id → id of its control. */
  ids: Map<string, string>;
  /** Id of a control → the hop at which it has reached its server. */
  hops: Map<string, number>;
  instances: Instance[];
}

/**
 * Plans the open controls of cases, of one scenario or of many, each shared by all with the same page, context, mechanism
 * and server.
 *
 * @param reachable whether the target could be reached if there were no policy; a target that mixed content keeps away
 *   cannot be its own control, and the page's own server takes its place
 */
export const planOpenControls = (
  cases: readonly PlannedCase[],
  reachable: (one: PlannedCase) => boolean,
): Controls => group(cases, 'open', (one) => (reachable(one) ? one.target : plain(ownServer(one))));

/** Plans the closed controls of cases, each shared by all with the same page, context and mechanism. */
export const planClosedControls = (cases: readonly PlannedCase[]): Controls =>
  group(cases, 'closed', (one) => plain(ownServer(one)));

/** What an open control tells of besides its server: whether the browser has the mechanism in such a global. */
export const supportKey = ({ document, mechanism }: PlannedCase): string =>
  `${controlDocument(document, 'open').id} ${mechanism.name}`;

/**
 * A closed control for each page, context and way of reporting, which sends its reports the same way: by the time its
 * report is there, every report of a case would be.
 *
 * @param cases those whose mechanism the browser has: another would have nothing to report
 */
export function reportControls(cases: readonly PlannedCase[]): Instance[] {
  const instances = new Map<string, Instance>();
  for (const one of cases) {
    if (one.document.reports === null) continue;
    const document = reportControlDocument(one.document);
    const { id } = document;
    if (instances.has(id)) continue;
    const { mechanism } = one;
    const connection = { id: `${id}/report`, mechanism, target: plain(ownServer(one)) };
    instances.set(id, { id, document, connections: [connection], detect: false });
  }
  return [...instances.values()];
}

/** The document of the {@link reportControls} that a case with reports leans on. */
export function reportControlDocument(document: PlannedDocument): PlannedDocument {
  const { reports, collector } = document;
  const closed = controlDocument(document, 'closed');
  const id = closed.id.replace('closed-control', `${reports}-${collector}-control`);
  return { ...closed, id, reports, collector };
}

function group(
  cases: readonly PlannedCase[],
  kind: 'open' | 'closed',
  targetOf: (one: PlannedCase) => PlannedTarget,
): Controls {
  const ids = new Map<string, string>();
  const documents = new Map<string, { document: PlannedDocument; connections: Map<string, Connection> }>();
  for (const one of cases) {
    const document = controlDocument(one.document, kind);
    const target = targetOf(one);
    const shared = documents.get(document.id) ?? { document, connections: new Map<string, Connection>() };
    documents.set(document.id, shared);
    const key = [
      one.mechanism.name,
      server(target.url),
      target.redirects,
      target.cors,
      target.status,
      target.options,
    ];
    const id = `${document.id}/${shortHash(key)}`;
    if (!shared.connections.has(id)) shared.connections.set(id, { id, mechanism: one.mechanism, target });
    ids.set(one.id, id);
  }
  const instances = [...documents.values()].flatMap(({ document, connections }) =>
    split(document, [...connections.values()], kind === 'open', isolated),
  );
  const connections = instances.flatMap((instance) => instance.connections);
  return { ids, hops: new Map(connections.map((one) => [one.id, finalHop(one)])), instances };
}

/** The same page and context; no policy, or one that lets nothing connect. A top-level page's control can be framed. */
function controlDocument(document: PlannedDocument, kind: 'open' | 'closed'): PlannedDocument {
  const context =
    document.context.opened === 'top-level' && !document.context.created
      ? contextNamed('frame')
      : document.context;
  if (context === undefined) throw new Error('the context "frame" is missing');
  return {
    ...document,
    id: `${kind}-control/${shortHash([new URL(document.page).origin, context.name])}`,
    page: new URL('/', document.page).href,
    context,
    ...none,
    policy: kind === 'open' ? [] : ["connect-src 'none'"],
    creator: null,
    markup: '',
    metaPlacement: 'head',
    reports: null,
    status: 200,
  };
}

const server = (url: string): string => (isNetworkUrl(url) ? new URL('/', url).href : url);

const plain = (url: string): PlannedTarget => ({ url, redirects: [], cors: '*', status: 200, options: {} });

/** The page's own server, by a scheme the mechanism takes. */
function ownServer({ document, mechanism, target }: PlannedCase): string {
  const page = new URL('/', document.page).href;
  const webSocket = page.replace(/^http/, 'ws');
  if (mechanism.isolated) return target.url;
  return mechanism.schemes.includes(new URL(page).protocol.slice(0, -1)) ? page : webSocket;
}
