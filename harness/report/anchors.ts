import { draft } from '../connection-allowlist/draft.ts';
import { type Html, html } from './html.ts';

/** Where the anchors of each specification live, by the short name used in `spec` and in the oracle's steps. */
const specifications: Readonly<Record<string, string>> = {
  CSP: 'https://w3c.github.io/webappsec-csp/#',
  CSPEE: 'https://w3c.github.io/webappsec-cspee/#',
  FETCH: 'https://fetch.spec.whatwg.org/#',
  HTML: 'https://html.spec.whatwg.org/#',
  WS: 'https://websockets.spec.whatwg.org/#',
  XHR: 'https://xhr.spec.whatwg.org/#',
  BEACON: 'https://w3c.github.io/beacon/#',
  WT: 'https://w3c.github.io/webtransport/#',
  SW: 'https://w3c.github.io/ServiceWorker/#',
  UIR: 'https://w3c.github.io/webappsec-upgrade-insecure-requests/#',
  MIX: 'https://w3c.github.io/webappsec-mixed-content/#',
  FEDCM: 'https://w3c-fedid.github.io/FedCM/#',
  LNA: 'https://wicg.github.io/local-network-access/#',
  REPORTING: 'https://w3c.github.io/reporting/#',
  URL: 'https://url.spec.whatwg.org/#',
  [draft.name]: `${draft.url}#`,
};

/** Where the issues of each specification live: `csp#332`. */
const trackers: Readonly<Record<string, string>> = {
  csp: 'https://github.com/w3c/webappsec-csp/issues/',
  'connection-allowlists': 'https://github.com/WICG/connection-allowlists/issues/',
  html: 'https://github.com/whatwg/html/issues/',
  fetch: 'https://github.com/whatwg/fetch/issues/',
  wpt: 'https://github.com/web-platform-tests/wpt/issues/',
};

/**
 * The address of `CSP#match-ports`, of the issue `csp#332`, or of a plain web address.
 * Anything else has none: a link is never made of text that merely looks like one.
 */
export function addressOf(reference: string): string | null {
  const [name = '', fragment = ''] = reference.split('#', 2);
  const specification = own(specifications, name);
  if (specification && fragment) return specification + encodeURIComponent(fragment);
  const tracker = own(trackers, name);
  if (tracker && /^\d+$/.test(fragment)) return tracker + fragment;
  return /^https?:\/\//.test(reference) ? reference : null;
}

const own = (table: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** A link to a reference, or its text where it has no address. */
export function reference(to: string, text: string = to): Html {
  const address = addressOf(to);
  const day = draftOf(to);
  const shown = address ? html`<a class="ref" href="${address}">${text}</a>` : html`${text}`;
  return day === null ? shown : html`${shown} (draft of ${day})`;
}

/** The day of the draft that a reference is to, since a later one may say something else; null where it is to no draft. */
export const draftOf = (to: string): string | null => (to.startsWith(`${draft.name}#`) ? draft.date : null);
