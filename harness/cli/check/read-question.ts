import { contextNamed, contexts, mechanismNamed, mechanisms } from '../../catalogue/registry.ts';
import { UserError } from '../../errors.ts';
import { longestHar, readHar } from '../../input/har.ts';
import { metasOfHtml } from '../../input/html-metas.ts';
import { readResponseHeaders } from '../../input/response-headers.ts';
import { fitsHeader } from '../../plan/checks/headers.ts';
import { MAX_REDIRECTS } from '../../plan/checks/redirects.ts';
import { takes } from '../../plan/plan.ts';
import { suggest } from '../../plan/suggest.ts';
import type { MetaElement } from '../../spec/explain.ts';
import { firstGiven, requirePolicy } from '../question-options.ts';
import { readInput, type Stdin } from '../read-input.ts';
import { noRedirect, redirectSides } from '../redirect-option.ts';
import type { Asked, AskedConnection } from './asked.ts';
import type { CheckOptions } from './options.ts';

/** The schemes that can be played: what else there is goes around the proxy, or to no server. */
const PLAYED = ['http', 'https', 'ws', 'wss', 'data', 'blob'];

/** Mechanisms that go around the proxy, and with it off the machine. */
const UNPLAYED = ['WebTransport', 'RTCPeerConnection'];

/**
 * Reads what the options ask.
 *
 * @param stdin what `-` reads
 * @throws {UserError} for any of them that is wrong: which, why, and what to do
 */
export async function readQuestion(options: CheckOptions, stdin: Stdin = process.stdin): Promise<Asked> {
  const context = options.context ?? 'document';
  if (contextNamed(context) === undefined)
    throw new UserError(`--context: unknown context "${context}"`, suggest(context, contexts.map(nameOf)));
  if (options.har !== undefined) return withScripts(await fromHar(options, options.har, context, stdin));
  const page = pageOf(options.page);
  const response = await fromResponse(options.response, stdin);
  const markup = await fromHtml(options.html, stdin);
  const policy = [...(options.policy ?? []), ...response.policy];
  const reportOnly = [...(options.reportOnly ?? []), ...response.reportOnly];
  const meta = [...(options.meta ?? []), ...markup.metas];
  requirePolicy(
    options,
    'Give --policy, --report-only, --meta, --response, --html or --har, or name a scenario file.',
  );
  for (const text of options.policy ?? []) requireSendable('--policy', text);
  for (const text of options.reportOnly ?? []) requireSendable('--report-only', text);
  const urls = options.connect ?? [];
  if (urls.length === 0)
    throw new UserError('--connect: missing', 'Write for example: --connect https://api.example.com/v1');
  const redirects = redirectsOf(options.redirect ?? [], page, urls);
  const connections = urls.flatMap((text) => {
    const url = connectionUrl('--connect', text, page);
    return mechanismsFor(options.by, url, context).map(
      (by): AskedConnection => ({ url, by, redirects: follow(redirects, url) }),
    );
  });
  const notes = [...response.notes, ...markup.notes];
  const document = { page, policy, reportOnly, meta, ...response.allowlists, context, connections };
  return withScripts({ documents: [document], notes });
}

/**
 * Puts `allow-scripts` beside a `sandbox` that lets no script run, and says so: there would be nothing that connects. No
 * other directive changes its meaning by that.
 */
function withScripts({ documents, notes }: Asked): Asked {
  const said = new Set(notes);
  const allowing = (policy: string) =>
    policy.replace(
      /(^|[;,])(\s*sandbox)((?:[\t\n\f\r ][^;,]*)?)(?=[;,]|$)/gi,
      (all, before, name, flags: string) => {
        if (/\ballow-scripts\b/i.test(flags)) return all;
        said.add(
          '`sandbox` was delivered with `allow-scripts` beside it: without that no script runs that could connect.',
        );
        return `${before}${name}${flags.trimEnd()} allow-scripts`;
      },
    );
  const allowed = documents.map((one) => ({ ...one, policy: one.policy.map(allowing) }));
  return { documents: allowed, notes: [...said] };
}

async function fromHar(options: CheckOptions, file: string, context: string, stdin: Stdin): Promise<Asked> {
  const other = firstGiven(options, ['har', 'context']);
  if (other !== undefined)
    throw new UserError(
      `--har: cannot stand beside ${other}`,
      'A HAR brings its own policies and connections: give it alone.',
    );
  const { text, name } = await readInput('--har', file, stdin, longestHar);
  const notes: string[] = [];
  const documents = readHar(text, name, metasOfHtml).map((document) => {
    const connections = document.connections.flatMap(({ url, redirects, by }): AskedConnection[] => {
      const schemes = [url, ...redirects].map(schemeOf);
      const played =
        !UNPLAYED.includes(by) && schemes.every((one) => PLAYED.includes(one)) && opens(by, url, context);
      if (!played) notes.push(`${by} ${url} is left out: it cannot be played on this machine.`);
      return played ? [{ url, redirects, by }] : [];
    });
    const { metas, notes: left } = countingMetas(document.meta, document.url);
    notes.push(...left);
    const { url: page, status: _, ...delivered } = document;
    return { ...delivered, page, meta: metas, context, connections };
  });
  const asking = documents.filter(({ connections }) => connections.length > 0);
  if (asking.length === 0)
    throw new UserError(
      `${name}: no document in it makes a connection that connect-src governs`,
      'Save it while the page is at work, with the network panel open from the start.',
    );
  return { documents: asking, notes };
}

async function fromResponse(file: string | undefined, stdin: Stdin) {
  if (file === undefined) return { policy: [], reportOnly: [], allowlists: {}, notes: [] };
  const { text, name } = await readInput('--response', file, stdin);
  const { policy, reportOnly, status: _, ...allowlists } = readResponseHeaders(text, name);
  const none = policy.length + reportOnly.length + Object.keys(allowlists).length === 0;
  const notes = none ? [`${name}: no Content-Security-Policy is in it.`] : [];
  return { policy, reportOnly, allowlists, notes };
}

async function fromHtml(file: string | undefined, stdin: Stdin) {
  if (file === undefined) return { metas: [], notes: [] };
  const { text, name } = await readInput('--html', file, stdin);
  return countingMetas(metasOfHtml(text), name);
}

/** The metas that count: in head, and of this name; the others do nothing, and that is said. */
function countingMetas(elements: readonly MetaElement[], name: string): { metas: string[]; notes: string[] } {
  const metas: string[] = [];
  const notes: string[] = [];
  for (const element of elements) {
    const one: Exclude<MetaElement, string> = typeof element === 'string' ? { content: element } : element;
    const counts =
      (one.parent ?? 'head') === 'head' &&
      (one.httpEquiv ?? 'content-security-policy').toLowerCase() === 'content-security-policy';
    if (counts) metas.push(one.content);
    else notes.push(`${name}: <meta http-equiv="${one.httpEquiv}"> in ${one.parent} does nothing.`);
  }
  return { metas, notes };
}

function pageOf(page: string | undefined): string {
  if (page === undefined)
    throw new UserError('--page: missing', 'Write for example: --page https://app.example.com/');
  const url = parsed('--page', page);
  if (!/^https?:$/.test(url.protocol))
    throw new UserError(`--page: "${page}" is not an http(s) URL`, 'Write it as https://app.example.com/.');
  return url.href;
}

function connectionUrl(option: string, text: string, base: string): string {
  const url = text === 'blob:' ? new URL(text) : parsed(option, text, base);
  if (!PLAYED.includes(schemeOf(url.href)))
    throw new UserError(
      `${option}: "${text}" cannot be tried in a browser here`,
      `Its scheme is none of ${PLAYED.join(', ')}; \`npx connect-src explain\` answers without a browser.`,
    );
  return url.href;
}

function parsed(option: string, text: string, base?: string): URL {
  try {
    return new URL(text, base);
  } catch {
    throw new UserError(`${option}: "${text}" is not a URL`, 'Write it as https://api.example.com/path.');
  }
}

const schemeOf = (url: string): string => url.slice(0, url.indexOf(':'));

const nameOf = ({ name }: { name: string }): string => name;

function mechanismsFor(by: string | undefined, url: string, context: string): string[] {
  if (by === undefined) return [/^wss?:/.test(url) ? 'WebSocket' : 'fetch'];
  const names = by.split(',').map((name) => name.trim());
  const found = names.map((name) => {
    const mechanism = mechanismNamed(name);
    if (mechanism === undefined)
      throw new UserError(`--by: unknown mechanism "${name}"`, suggest(name, mechanisms.map(nameOf)));
    if (UNPLAYED.includes(name))
      throw new UserError(
        `--by: ${name} goes around the proxy, and would leave this machine`,
        '`npx connect-src explain` answers without a browser.',
      );
    return mechanism;
  });
  const carriers = found.filter(({ name }) => opens(name, url, context));
  if (carriers.length === 0)
    throw new UserError(
      `--connect: ${url} can be opened by none of --by ${by} in the context ${context}`,
      'Name a mechanism that takes its scheme: fetch for https:, WebSocket for wss:.',
    );
  return carriers.map(nameOf);
}

/** Whether a mechanism is there in such a context, and takes the URL's scheme. */
function opens(by: string, url: string, context: string): boolean {
  const mechanism = mechanismNamed(by);
  return mechanism !== undefined && takes(mechanism, url, contextNamed(context) ?? { global: 'window' });
}

function requireSendable(option: string, policy: string): void {
  if (!fitsHeader(policy))
    throw new UserError(
      `${option}: ${JSON.stringify(policy)} holds a control character, which no header can carry`,
      'Write it on one line; give the option twice for two header lines.',
    );
}

/** Where each URL leads, as `--redirect 'A -> B'` says. */
function redirectsOf(texts: readonly string[], page: string, urls: readonly string[]): Map<string, string> {
  const redirects = new Map<string, string>();
  for (const text of texts) {
    const sides = redirectSides(text);
    if (sides === null) throw noRedirect(text);
    const { from, to } = sides;
    const start = connectionUrl('--redirect', from, page);
    if (!/^https?:/.test(start))
      throw new UserError(
        `--redirect: ${start} has no answer that could redirect`,
        'Only http(s) URLs redirect.',
      );
    if (redirects.has(start))
      throw new UserError(`--redirect: ${start} is redirected twice`, 'A server answers a URL in one way.');
    redirects.set(start, connectionUrl('--redirect', to, start));
  }
  const reached = new Set(
    urls.flatMap((url) => {
      const start = connectionUrl('--connect', url, page);
      return [start, ...follow(redirects, start)];
    }),
  );
  const unused = [...redirects.keys()].find((url) => !reached.has(url));
  if (unused !== undefined)
    throw new UserError(
      `--redirect: no connection comes to ${unused}`,
      'Give it, or one that leads there, by --connect.',
    );
  return redirects;
}

function follow(redirects: ReadonlyMap<string, string>, url: string): string[] {
  const found: string[] = [];
  for (let next = redirects.get(url); next !== undefined; next = redirects.get(next)) {
    if (found.length === MAX_REDIRECTS)
      throw new UserError(
        `--redirect: ${url} is redirected in a circle`,
        `No browser follows more than ${MAX_REDIRECTS}.`,
      );
    found.push(next);
  }
  return found;
}
