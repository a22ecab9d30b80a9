import type { ContextKind, MetaElement, Question, Delivered as SpecDelivered } from '../spec/explain.ts';
import { documentUrl, type Marks, mark, ownUrl } from './address.ts';
import { delivery } from './delivery.ts';
import type { Delivered, PlannedCase, PlannedDocument } from './plan.ts';

/** Where and under which marks a case was opened; the defaults do where only the verdict matters. */
export interface Opened extends Marks {
  instance: string;
}

/** What the oracle is asked about a case: the same documents, policies and URLs that the browser is given. */
export function questionOf(one: PlannedCase, opened?: Opened): Question {
  return question(one, opened ?? { case: one.id, run: '0' }, opened?.instance);
}

/**
 * The same without the marks, for whoever reads the steps: they are the harness's, not the specification's, and matching
 * ignores them. So cases that are alike have the same steps.
 */
export const plainQuestionOf = (one: PlannedCase): Question => question(one, null);

function question(one: PlannedCase, marks: Marks | null, instance?: string): Question {
  const { document, mechanism, target } = one;
  const { own, creator } = delivery(document);
  const opening = documentUrl(document, instance);
  const { own: ownKind, kind } = document.context;
  const at = (delivered: Delivered, url: string): SpecDelivered => ({
    policy: delivered.policy,
    reportOnly: delivered.reportOnly,
    meta: metas(document, delivered),
    self: url,
  });
  const creating = creator ? { ...at(creator, opening), status: document.status } : host(document);
  const status = creator === null ? document.status : 200;
  const [url, ...redirects] = [target.url, ...target.redirects.map(({ to }) => to)].map((each, hop) =>
    mark(objectUrl(each, document), marks, hop),
  );
  const self = ownKind ? ownUrl(opening, ownKind) : opening;
  return {
    ...at(own, self),
    ...globalUrl(document, opening),
    ...serviceWorker(document, [url as string, ...redirects], marks),
    status,
    context: kind as ContextKind,
    ...(creating && { creator: creating }),
    url: url as string,
    redirects,
    request: mechanism.request(target.options),
    mixedContent: true,
  };
}

/** The host page around a framed document: same origin, no policy. */
const host = ({ context, page }: PlannedDocument): SpecDelivered | undefined =>
  context.opened === 'framed' ? { self: new URL('/', page).href } : undefined;

/** The global's URL, where its kind and its response do not say it. */
function globalUrl({ context: { url }, page }: PlannedDocument, creator: string): { page?: string } {
  if (url === undefined) return {};
  return { page: url === 'creator' ? creator : `blob:${new URL(page).origin}/global` };
}

/** The URL of the response that a service worker in front of the global gives; what it forwards, it follows to the end. */
function serviceWorker(
  { context }: PlannedDocument,
  urls: readonly string[],
  marks: Marks | null,
): Pick<Question, 'serviceWorker'> {
  const answer = context.serviceWorker;
  if (answer === undefined || context.kind === 'service-worker') return {};
  if (answer === 'synthesise') return { serviceWorker: { responseUrl: null } };
  return {
    serviceWorker: { responseUrl: answer === 'forward' ? (urls.at(-1) as string) : mark(answer, marks) },
  };
}

/** `blob:` stands for an object URL of the global. */
const objectUrl = (url: string, { page }: PlannedDocument): string =>
  url === 'blob:' ? `blob:${new URL(page).origin}/object` : url;

/** Metas as the specification sees them; one that comes after the connections is not there yet. */
function metas({ metaPlacement, metaName }: PlannedDocument, { meta }: Delivered): MetaElement[] {
  if (metaPlacement === 'late') return [];
  return meta.map((content) => ({
    content,
    parent: metaPlacement === 'body' ? 'body' : 'head',
    httpEquiv: metaName,
  }));
}
