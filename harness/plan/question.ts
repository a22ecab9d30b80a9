import { type Answer, urlOfAnswer } from '../catalogue/context.ts';
import type { Mechanism } from '../catalogue/mechanism.ts';
import type {
  ContextKind,
  MetaElement,
  Question,
  Delivered as SpecDelivered,
  WorkerAnswer,
} from '../spec/explain.ts';
import { documentUrl, type Marks, mark, ownUrl } from './address.ts';
import { delivery } from './delivery.ts';
import { metaPlacements } from './meta-placements.ts';
import { type Delivered, type PlannedCase, type PlannedDocument, refusesUrl } from './plan.ts';

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
 *
 * @param instance the last segment of the document's URL; by default its id, which no other document has
 */
export const plainQuestionOf = (one: PlannedCase, instance?: string): Question =>
  question(one, null, instance);

function question(one: PlannedCase, marks: Marks | null, instance?: string): Question {
  const { document, mechanism, target } = one;
  const { own, creator } = delivery(document);
  const opening = documentUrl(document, instance);
  const { own: ownKind, kind } = document.context;
  const at = (delivered: Delivered, url: string, after: Mechanism['metas']): SpecDelivered => ({
    policy: delivered.policy,
    reportOnly: delivered.reportOnly,
    meta: metas(document, delivered, after),
    ...allowlistsOf(delivered),
    self: url,
  });
  const creating = creator ? { ...at(creator, opening, undefined), status: document.status } : host(document);
  const status = creator === null ? document.status : 200;
  const [url, ...redirects] = [target.url, ...target.redirects.map(({ to }) => to)].map((each, hop) =>
    mark(objectUrl(each, document), marks, hop),
  );
  const self = ownKind ? ownUrl(opening, ownKind) : opening;
  return {
    ...at(own, self, mechanism.metas),
    ...globalUrl(document, opening),
    ...serviceWorker(one, [url as string, ...redirects], marks),
    status,
    context: kind as ContextKind,
    ...(creating && { creator: creating }),
    url: url as string,
    redirects,
    request: {
      ...mechanism.request(target.options),
      ...(refusesUrl(mechanism, target.url) && { refusesCredentials: true }),
      // Nobody is left to be told.
      ...(document.context.leaves && { violationsOptional: true }),
    },
    mixedContent: true,
  };
}

/** The allowlists of a delivery, where it has any: most questions have none. */
const allowlistsOf = ({ allowlist, allowlistReportOnly }: Delivered): Partial<SpecDelivered> => ({
  ...(allowlist.length > 0 && { allowlist }),
  ...(allowlistReportOnly.length > 0 && { allowlistReportOnly }),
});

/** The host page around a framed document: same origin, no policy. */
const host = ({ context, page }: PlannedDocument): SpecDelivered | undefined =>
  context.opened === 'framed' ? { self: new URL('/', page).href } : undefined;

/** The global's URL, where its kind and its response do not say it. */
function globalUrl({ context: { url }, page }: PlannedDocument, creator: string): { page?: string } {
  if (url === undefined) return {};
  return { page: url === 'creator' ? creator : `blob:${new URL(page).origin}/global` };
}

/** The response that a service worker in front of the global gives; what it forwards, it follows as far as the page would. */
function serviceWorker(
  { document: { context }, mechanism, target }: PlannedCase,
  urls: readonly string[],
  marks: Marks | null,
): Pick<Question, 'serviceWorker'> {
  const answer = context.serviceWorker;
  if (answer === undefined || answer === 'route' || context.kind === 'service-worker') return {};
  const [first = '', ...redirects] = urls;
  if (answer === 'synthesise') return { serviceWorker: { responseUrl: null } };
  const other = urlOfAnswer(answer);
  if (other !== null) return { serviceWorker: answerBy(answer, mark(other, marks)) };
  const { redirect } = mechanism.request(target.options);
  if (redirects.length === 0 || redirect === 'follow')
    return { serviceWorker: { responseUrl: urls.at(-1) ?? first, redirected: redirects.length > 0 } };
  // fetch(event.request) has the redirect mode of the page's request (FETCH#concept-http-fetch step 6).
  return redirect === 'manual'
    ? { serviceWorker: { responseUrl: first, type: 'opaqueredirect' } }
    : { serviceWorker: { responseUrl: null, type: 'error' } };
}

/** A service worker's answer by way of another URL. */
function answerBy(answer: Answer, url: string): WorkerAnswer {
  if (answer.startsWith('redirect')) return { responseUrl: null, location: url };
  return { responseUrl: url, type: answer.startsWith('opaque') ? 'opaque' : 'cors' };
}

/** `blob:` stands for an object URL of the global. */
const objectUrl = (url: string, { page }: PlannedDocument): string =>
  url === 'blob:' ? `blob:${new URL(page).origin}/object` : url;

/** Metas as the specification sees them; one that comes after the connection is not there yet. */
function metas(
  { metaPlacement, metaName }: PlannedDocument,
  { meta }: Delivered,
  after: Mechanism['metas'],
): MetaElement[] {
  if (after === 'none' || (metaPlacement === 'late' && after !== 'late too')) return [];
  const { inserted, twice } = metaPlacements[metaPlacement];
  const elements = meta.map((content) => ({ content, httpEquiv: metaName, ...inserted }));
  return twice ? [...elements, ...elements] : elements;
}
