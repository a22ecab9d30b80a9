import { deliversAllowlist, delivery, none } from '../../plan/delivery.ts';
import { type MetaPlacementName, metaPlacements } from '../../plan/meta-placements.ts';
import { type Delivered, urlsOf } from '../../plan/plan.ts';
import { plainQuestionOf } from '../../plan/question.ts';
import { addressOf } from '../../report/anchors.ts';
import { explain } from '../../spec/explain.ts';
import type { RecordedCause } from '../recorded-cause.ts';
import { openingOf } from './connect.ts';
import { isTranslatable, translate, writesPort } from './translate.ts';

/** What a test expects of its connection. */
type Expectation =
  /** That it is refused, with a violation. */
  | 'violation'
  /** That it fails. */
  | 'failure'
  /** That it gets through. */
  | 'success';

/** What the files of a test are made of: everything in the words of web-platform-tests' server. */
export interface WptTest {
  /** The name of its files, without endings. */
  name: string;
  title: string;
  help: string | null;
  scheme: 'http' | 'https';
  /** Policies that come with the page, and with what it makes. */
  page: Delivered;
  made: Delivered;
  context: string;
  /** Where the metas of the page stand. */
  metaPlacement: MetaPlacementName;
  /** Metas that the page takes on while its connection is on the way; null where that is no matter of the test. */
  late: readonly string[] | null;
  url: string;
  open: readonly string[];
  needs: string | undefined;
  expects: Expectation;
  /** A second URL that the policies forbid: its violation comes after that of the first. */
  sentinel: string;
}

/** The mechanism whose metas come while it is on the way. */
const PRELOADED = 'fetch of a preload';

/** The contexts that a test can make, besides the page itself. */
const makeable =
  /^((blob|data)-frame(-elsewhere)?|blob-object|srcdoc|(blob|data)-(shared-)?worker|blob-worker-elsewhere|substituted-frame|forwarding-service-worker)$/;

/** Why no test can be written of a case; null where one can. */
export function unwritable({ planned }: Pick<RecordedCause, 'planned'>): string | null {
  const { document, mechanism, target } = planned;
  if (openingOf(mechanism.name) === undefined) return `${mechanism.name} is not written yet`;
  if (document.context.created && !makeable.test(document.context.name))
    return `${document.context.name} is not written yet`;
  if (new URL(document.page).port !== '' || usesDefaultPortOfPage(planned))
    return 'the page has to be at a default port, and web-platform-tests’ server has none';
  const late = mechanism.name === PRELOADED && !document.context.created;
  if (late && new URL(target.url).origin !== new URL(document.page).origin)
    return 'a preload of another origin needs a server that allows it';
  if (
    !(late ? document.metaPlacement === 'late' : isWritten(document)) ||
    document.status !== 200 ||
    document.markup !== ''
  )
    return 'the document is of a special make';
  if (deliversAllowlist(document)) return 'a Connection-Allowlist is not written yet';
  const { own, creator } = delivery(document);
  const texts = [own, creator].flatMap((each) => (each ? [...each.policy, ...each.meta] : []));
  if (![...texts, ...urlsOf(target)].every(isTranslatable))
    return 'web-platform-tests’ server has no such host';
  if (document.context.name === 'data-shared-worker')
    return 'a page of it gave no answer in Chromium: the worker is told of no event, and its connection of no end';
  if (target.redirects.length > 0 && mechanism.name === 'WebSocket')
    return 'a page of it did not show it in WebKitGTK, where the redirected handshake only failed';
  if (target.redirects.length > 0 && mechanism.name !== 'XMLHttpRequest sync')
    return 'redirects change the paths that the policy is about';
  return null;
}

/** Whether the page's metas can be written: a page can put in its own by script, before it connects. */
const isWritten = ({ metaPlacement, context }: RecordedCause['planned']['document']): boolean =>
  metaPlacement === 'head' ||
  (!context.created && metaPlacement !== 'late' && metaPlacements[metaPlacement].script === 'puts');

/** `'self'` and a target whose port is written out, or is the default of another scheme. */
const usesDefaultPortOfPage = ({ document, target }: RecordedCause['planned']): boolean =>
  [...document.policy, ...document.meta].some((policy) => /'self'(?!\S)/.test(policy)) &&
  (/:\d+/.test(target.url.replace(/^\w+:/, '')) || /:\d+/.test(document.page.replace(/^\w+:/, '')));

/** A test is called like its cause, without the browser: it is about the specification. */
export const nameOf = (cause: string): string => cause.replace(/^(chromium|firefox|webkit)-/, '');

/** The test of a recorded cause: the caller has seen that it can be written. */
export function testOf({ deviation, planned, scenario, observed, one }: RecordedCause): WptTest {
  const { document, mechanism, target } = planned;
  const opening = openingOf(mechanism.name);
  if (opening === undefined) throw new Error(`${mechanism.name} has no opening`);
  const wrongScheme = observed.some((line) => line.includes('was asked instead of'));
  // An http page that upgrades would load its own scripts over https, from the port of http.
  const scheme = wrongScheme || document.page.startsWith('https:') ? 'https' : 'http';
  const { own, creator } = delivery(document);
  const texts = [own, creator].flatMap((each) => (each ? [...each.policy, ...each.meta] : []));
  const ports = ![...texts, target.url].some(writesPort);
  const inWords = (text: string) => translate(text, scheme, ports);
  const delivered = (of: Delivered): Delivered => ({
    // No test is written of a document that has an allowlist.
    ...none,
    policy: of.policy.map(inWords),
    reportOnly: of.reportOnly.map(inWords),
    meta: of.meta.map(inWords),
  });
  const redirected = observed.some((line) => line.includes('the target of redirect'));
  // Mixed content is no violation, and shared workers with data: URLs are told of none in some browsers.
  const isLate = mechanism.name === PRELOADED;
  const untold = one.spec.by === 'mixed-content' || document.context.name.includes('shared');
  return {
    name: nameOf(deviation.id),
    title: scenario.title,
    help: scenario.spec === undefined ? null : addressOf(scenario.spec),
    scheme,
    page: isLate ? { ...delivered(own), meta: [] } : delivered(creator ?? own),
    metaPlacement: isLate ? 'head' : document.metaPlacement,
    late: isLate ? own.meta.map(inWords) : null,
    made: creator ? delivered(own) : none,
    context: document.context.created ? document.context.name : 'page',
    url: urlOf(planned, inWords, wrongScheme),
    open: opening.open,
    needs: opening.needs,
    expects: wrongScheme ? 'success' : redirected || untold ? 'failure' : 'violation',
    sentinel: sentinelOf(planned, inWords),
  };
}

/**
 * The URL to open. One that is upgraded is written with the port of https, for an upgrade leaves ports alone. A redirect is
 * made by the server's pipes.
 */
function urlOf(
  { target, mechanism }: RecordedCause['planned'],
  inWords: (text: string) => string,
  wrongScheme: boolean,
): string {
  if (wrongScheme) return inWords(target.url).replace('{{ports[http][0]}}', '{{ports[https][0]}}');
  const [redirect] = target.redirects;
  // A preload of what is not there fires error.
  if (mechanism.name === PRELOADED) return `${inWords(target.url)}common/blank.html`;
  if (redirect === undefined) return inWords(target.url);
  const socket = mechanism.name === 'WebSocket';
  // The handshake is asked of the https server, which redirects it to one that would answer.
  const start = socket
    ? inWords(target.url).replace('{{ports[wss][0]}}', '{{ports[https][0]}}')
    : inWords(target.url);
  const end = socket
    ? 'https://{{host}}:{{ports[wss][0]}}/echo'
    : `${inWords(redirect.to)}common/blank.html?pipe=header(Access-Control-Allow-Origin,*)`;
  const pipes = [
    `status(${redirect.status})`,
    `header(Location,${end})`,
    'header(Access-Control-Allow-Origin,*)',
  ];
  return `${start}common/blank.html?pipe=${encodeURIComponent(pipes.join('|')).replace(/%7B/g, '{').replace(/%7D/g, '}').replace(/%5B/g, '[').replace(/%5D/g, ']')}`;
}

/** The first of these that the policies forbid. */
function sentinelOf(planned: RecordedCause['planned'], inWords: (text: string) => string): string {
  const question = plainQuestionOf(planned);
  const other = 'https://www.third.test/sentinel';
  const blocked = explain({ ...question, url: other, redirects: [], request: {} }).by === 'csp';
  return blocked ? inWords(other) : 'data:,sentinel';
}
