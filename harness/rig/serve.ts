import type { Cors, HeaderLine, Resource, Servers } from '../../servers/index.ts';
import { ANSWERING, type AnsweringPlan, type PageConnection, type PagePlan } from '../agent/protocol.ts';
import { urlOfAnswer } from '../catalogue/context.ts';
import { mechanismNamed } from '../catalogue/registry.ts';
import { awayUrl, chain, documentUrl, goneUrl, mark, movedUrl, ownUrl } from '../plan/address.ts';
import { delivery, headerValue, none, REPORT_GROUP, reportCookie, reportUrl } from '../plan/delivery.ts';
import { type Delivered, type PlannedDocument, type PlannedTarget, urlsOf } from '../plan/plan.ts';
import { AGENT_PATH } from '../plan/world.ts';
import { type Connection, type Instance, neededMethod } from './instance.ts';
import { documentMarkup } from './markup.ts';

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
        ['Cache-Control', 'max-age=86400'],
      ],
    });
}

/** One run of scenarios, as far as serving needs to know it. */
export interface Serving {
  run: string;
  /** The agent's script. */
  agent: string;
  /** Whether the agent comes into the opened document by its own script. */
  script: boolean;
  /** The key that an instance's messages carry. */
  keyOf(instance: string): string;
}

/** Serves all of an instance's responses and gives the URL to open it at. */
export function serveInstance(servers: Servers, instance: Instance, serving: Serving): string {
  const { document, connections } = instance;
  const url = documentUrl(document, instance.id);
  const plan = pagePlan(instance, url, serving);
  const { own, creator } = delivery(document);
  const { created, own: ownKind } = document.context;
  if (!created) {
    servers.serve(url, page(document, own, plan, serving.script));
  } else {
    const creating = {
      ...plan,
      leaves: false,
      away: null,
      create: {
        context: document.context.name,
        own: (document.context.moved ? movedUrl : ownUrl)(url, ownKind ?? 'document'),
        required: document.context.required ? (own.policy[0] ?? null) : null,
        worker: ownUrl(url, 'script'),
        markup: documentMarkup(document, own.meta, plan),
      },
    };
    servers.serve(url, page(document, creator ?? own, creating, serving.script));
    serveOwn(servers, document, url, plan, serving.agent);
  }
  if (document.context.leaves)
    servers.serve(goneUrl(url), { headers: [], contentType: 'text/plain', body: 'gone' });
  for (const connection of connections) behave(servers, connection, document, url, serving.run);
  return url;
}

/** Serves what a creator's child is made of, and the service worker that answers for it. */
function serveOwn(
  servers: Servers,
  document: PlannedDocument,
  url: string,
  plan: PagePlan,
  agent: string,
): void {
  const { own } = delivery(document);
  const { own: ownKind, serviceWorker, update, moved } = document.context;
  if (ownKind === 'document' || serviceWorker)
    servers.serve(ownUrl(url, 'document'), ownDocument(document, plan));
  if (ownKind && moved) servers.serve(movedUrl(url, ownKind), movedTo(ownUrl(url, ownKind)));
  if (plan.away !== null) servers.serve(plan.away.before, awayBefore);
  if (plan.away?.after) servers.serve(plan.away.after, awayAfter(url));
  const script = ownUrl(url, 'script');
  if (serviceWorker) {
    const hears = ownKind === 'script' ? { reports: plan.observeReports } : null;
    const { document: id, key } = plan;
    const answering: AnsweringPlan = { document: id, key, answer: serviceWorker, creator: url, hears };
    const prefix = `globalThis.${ANSWERING} = ${JSON.stringify(answering)};\n`;
    servers.serve(
      script,
      agentResource(prefix + agent, ownKind === 'script' ? policyHeaders(document, own) : []),
    );
  } else if (ownKind === 'script') {
    const first = agentResource(agent, policyHeaders(document, own));
    const policy = update ? [update] : [];
    const next = agentResource(agent, policyHeaders(document, { ...none, policy }));
    servers.serve(script, update === undefined ? first : { ...first, next });
  }
}

/** The response of a child that is a document. A status that the scenario gives is that of the page that makes it. */
function ownDocument(planned: PlannedDocument, plan: PagePlan): Resource {
  const document = { ...planned, status: 200 };
  const { own } = delivery(document);
  const { own: ownKind, required, returns, agentIs, type } = document.context;
  // The page whose requests a service worker with policies answers has none.
  if (ownKind !== 'document') return page(document, none, plan);
  const delivered = {
    ...own,
    policy: required ? [] : own.policy,
    meta: agentIs === 'brought' ? [] : own.meta,
  };
  const { headers, ...served } = page(document, delivered, plan, agentIs === undefined);
  const more: HeaderLine[] = [
    ...(required ? [['Allow-CSP-From', '*'] as const] : []),
    // What must not be stored, browsers do not keep in their back/forward cache either; what may be used again without
    // asking could be another run's.
    ...(returns ? [['Cache-Control', 'no-cache'] as const] : []),
  ];
  return { ...served, contentType: contentType(type), headers: [...headers, ...more] };
}

/** A redirect whose policy is nobody's. */
const movedTo = (url: string): Resource => ({
  status: 302,
  headers: [
    ['Location', url],
    ['Content-Security-Policy', "connect-src 'none'"],
  ],
  contentType: 'text/plain',
  body: '',
});

/** A document that leads back. */
const leadsBack = (headers: readonly HeaderLine[], first: string): Resource => ({
  headers: [...headers],
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><script>addEventListener("pageshow", async () => { ${first} setTimeout(() => history.back()) })</script>`,
});

/** It has a policy that is nobody else's. */
const awayBefore = leadsBack([['Content-Security-Policy', "connect-src 'none'"]], '');

/**
 * It has the redirects answered that were held back. They are written before what is asked for next, so that the browser has
 * read them when it has the answers to that.
 */
const awayAfter = (url: string): Resource =>
  leadsBack(
    [],
    `for (let i = 0; i < 3; i += 1) await fetch(${JSON.stringify(goneUrl(url))}, { mode: "no-cors", cache: "no-store" });`,
  );

function pagePlan(
  { id, document, connections, detect }: Instance,
  url: string,
  { run, keyOf }: Serving,
): PagePlan {
  const opened = connections.map(
    ({ id, mechanism, target }): PageConnection => ({
      case: id,
      mechanism: mechanism.name,
      url: mark(target.url, { case: id, run }),
      options: target.options,
    }),
  );
  const creatorHasMetas = (document.creator?.meta.length ?? 0) > 0;
  // Metas that come late in a creator come when its child is there, and before the child connects.
  const held = document.metaPlacement === 'late' && creatorHasMetas;
  return {
    document: id,
    key: keyOf(id),
    create: null,
    agent: new URL(AGENT_PATH, document.page).href,
    connections: opened,
    detect,
    observeReports: document.reports === 'report-to',
    needs: neededMethod(document),
    held,
    leaves: document.context.leaves ?? false,
    away: document.context.returns
      ? { before: awayUrl(url, 'before'), after: document.context.leaves ? awayUrl(url, 'after') : null }
      : null,
  };
}

const page = (document: PlannedDocument, delivered: Delivered, plan: PagePlan, script = true): Resource => ({
  status: document.status,
  headers: [...policyHeaders(document, delivered), ...openingHeaders(plan)],
  contentType: contentType(document.context.created ? undefined : document.context.type),
  body: documentMarkup(document, delivered.meta, plan, script),
});

const contentType = (type: string = 'text/html'): string => `${type}; charset=utf-8`;

/** The header lines that open connections of the document. */
const openingHeaders = ({ create, connections }: PagePlan): HeaderLine[] =>
  connections.flatMap(({ mechanism, url }) => {
    const { header } = mechanismNamed(mechanism) ?? {};
    return header && create === null ? [header(url)] : [];
  });

/** One header line per policy, in order. */
function policyHeaders(
  document: PlannedDocument,
  { policy, reportOnly, allowlist, allowlistReportOnly }: Delivered,
): HeaderLine[] {
  return [
    ...policy.map((value): HeaderLine => ['Content-Security-Policy', headerValue(value)]),
    ...reportOnly.map((value): HeaderLine => ['Content-Security-Policy-Report-Only', headerValue(value)]),
    ...allowlist.map((value): HeaderLine => ['Connection-Allowlist', headerValue(value)]),
    ...allowlistReportOnly.map(
      (value): HeaderLine => ['Connection-Allowlist-Report-Only', headerValue(value)],
    ),
    ...(document.reports === 'report-to'
      ? [['Reporting-Endpoints', `${REPORT_GROUP}="${reportUrl(document)}"`] as const]
      : []),
    ...(document.collector !== 'cross-site' ? [['Set-Cookie', reportCookie(document)] as const] : []),
  ];
}

/** Tells the servers how to answer a connection: what the target says, else what the mechanism needs to succeed. */
function behave(
  servers: Servers,
  { id, mechanism, target }: Connection,
  document: PlannedDocument,
  url: string,
  run: string,
): void {
  const [, ...locations] = chain(target, { case: id, run });
  const { contentType, body, headers, stream, first } = mechanism.response ?? {};
  servers.behave(id, {
    at: urlsAt(target, document),
    hops: target.redirects.map(({ status, cors }, index) => ({
      status,
      cors: corsOf(cors),
      location: locations[index] ?? '',
    })),
    ...(document.context.leaves && { redirectsAfter: goneUrl(url) }),
    cors: corsOf(target.cors),
    status: target.status,
    ...(contentType !== undefined && { contentType }),
    ...(body !== undefined && { body: new Uint8Array(Buffer.from(body, 'latin1')) }),
    ...(headers !== undefined && { headers }),
    ...(stream && { stream }),
    ...(first !== undefined && { first }),
  });
}

/** Where a connection is to arrive, hop by hop; a service worker may ask at a URL of its own instead. */
function urlsAt(target: PlannedTarget, { context: { serviceWorker } }: PlannedDocument): string[][] {
  const other = serviceWorker === undefined ? null : urlOfAnswer(serviceWorker);
  return urlsOf(target).map((url, hop) => (hop === 0 && other !== null ? [url, other] : [url]));
}

const corsOf = (cors: PlannedTarget['cors']): Cors =>
  cors === 'preflight-rejected' ? { preflight: 'reject' } : cors;
