import type { Cors, HeaderLine, Resource, Servers } from '../../servers/index.ts';
import { documentMarkup } from '../page/markup.ts';
import type { PageConnection, PagePlan } from '../page/plan.ts';
import { chain, documentUrl, mark, ownUrl } from '../plan/address.ts';
import { delivery, headerValue, none, REPORT_GROUP, reportCookie, reportUrl } from '../plan/delivery.ts';
import type { Delivered, PlannedDocument, PlannedTarget } from '../plan/plan.ts';
import { AGENT_PATH } from '../plan/world.ts';
import type { Connection, Instance } from './instance.ts';

/** The agent's script: any origin may load it, a sandboxed or `data:` one included. */
const agentResource = (agent: string, headers: readonly HeaderLine[] = []): Resource => ({
  headers: [['Access-Control-Allow-Origin', '*'], ...headers],
  contentType: 'text/javascript; charset=utf-8',
  body: agent,
});

/** Puts the agent on an origin, and where that is http: on its https: one too, since an upgrading page asks there. */
export function serveAgent(servers: Servers, origin: string, agent: string): void {
  for (const from of new Set([origin, origin.replace(/^http:/, 'https:')]))
    servers.serve(new URL(AGENT_PATH, from).href, {
      ...agentResource(agent),
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Cache-Control', 'no-store'],
      ],
    });
}

/** Serves all of an instance's responses and gives the URL to open it at. */
export function serveInstance(servers: Servers, instance: Instance, run: string, agent: string): string {
  const { document, connections } = instance;
  const url = documentUrl(document, instance.id);
  const plan = pagePlan(instance, run);
  const { own, creator } = delivery(document);
  const { create, own: ownKind, serviceWorker } = document.context;
  if (!create) {
    servers.serve(url, page(document, own, plan));
  } else {
    const child = documentMarkup(document, own.meta, plan);
    const creating = {
      ...plan,
      create: { context: document.context.name, own: ownUrl(url, ownKind ?? 'document'), markup: child },
    };
    servers.serve(url, page(document, creator ?? own, creating));
    if (ownKind === 'document') servers.serve(ownUrl(url, ownKind), page(document, own, plan));
    if (ownKind === 'script')
      servers.serve(ownUrl(url, ownKind), agentResource(agent, policyHeaders(document, own)));
    // The page whose requests such a service worker answers; it has no policies.
    if (ownKind === 'script' && serviceWorker)
      servers.serve(ownUrl(url, 'document'), page(document, none, plan));
  }
  for (const connection of connections) behave(servers, connection, run);
  return url;
}

function pagePlan({ id, document, connections, detect }: Instance, run: string): PagePlan {
  const opened = connections.map(
    ({ id, mechanism, target }): PageConnection => ({
      case: id,
      mechanism: mechanism.name,
      url: mark(target.url, { case: id, run }),
      options: target.options,
    }),
  );
  // Metas that come late in a creator come when its child is there, and before the child connects.
  const held = document.metaPlacement === 'late' && (document.creator?.meta.length ?? 0) > 0;
  return {
    document: id,
    create: null,
    agent: new URL(AGENT_PATH, document.page).href,
    connections: opened,
    detect,
    observeReports: document.reports === 'report-to',
    held,
  };
}

const page = (document: PlannedDocument, delivered: Delivered, plan: PagePlan): Resource => ({
  status: document.status,
  headers: policyHeaders(document, delivered),
  contentType: 'text/html; charset=utf-8',
  body: documentMarkup(document, delivered.meta, plan),
});

/** One header line per policy, in order. */
function policyHeaders(document: PlannedDocument, { policy, reportOnly }: Delivered): HeaderLine[] {
  return [
    ...policy.map((value): HeaderLine => ['Content-Security-Policy', headerValue(value)]),
    ...reportOnly.map((value): HeaderLine => ['Content-Security-Policy-Report-Only', headerValue(value)]),
    ...(document.reports === 'report-to'
      ? [['Reporting-Endpoints', `${REPORT_GROUP}="${reportUrl(document)}"`] as const]
      : []),
    ...(document.collector !== 'cross-site' ? [['Set-Cookie', reportCookie(document)] as const] : []),
  ];
}

/** Tells the servers how to answer a connection: what the target says, else what the mechanism needs to succeed. */
function behave(servers: Servers, { id, mechanism, target }: Connection, run: string): void {
  const [, ...locations] = chain(target, { case: id, run });
  const { contentType, body, headers, stream } = mechanism.response ?? {};
  servers.behave(id, {
    hops: target.redirects.map(({ status, cors }, index) => ({
      status,
      cors: corsOf(cors),
      location: locations[index] ?? '',
    })),
    cors: corsOf(target.cors),
    status: target.status,
    ...(contentType !== undefined && { contentType }),
    ...(body !== undefined && { body: new Uint8Array(Buffer.from(body, 'latin1')) }),
    ...(headers !== undefined && { headers }),
    ...(stream && { stream }),
  });
}

const corsOf = (cors: PlannedTarget['cors']): Cors =>
  cors === 'preflight-rejected' ? { preflight: 'reject' } : cors;
