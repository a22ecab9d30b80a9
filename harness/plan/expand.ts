import type { Mechanism } from '../catalogue/mechanism.ts';
import { contextNamed, contexts, mechanismNamed, mechanisms } from '../catalogue/registry.ts';
import { UserError } from '../errors.ts';
import { checkOptions } from './options.ts';
import {
  type Delivered,
  type PlannedCase,
  type PlannedDocument,
  type PlannedHop,
  type PlannedScenario,
  type PlannedTarget,
  refusesUrl,
  takes,
} from './plan.ts';
import type { DocumentSource, Scenario, Target } from './scenario.ts';
import { shortHash } from './short-hash.ts';
import { suggest } from './suggest.ts';
import { comesUnderPolicies } from './witness.ts';
import { DEFAULT_PAGE } from './world.ts';

const list = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());

/** Fills in a scenario's defaults and gives each connection its id. Errors name the scenario and the document. */
export function expand(scenario: Scenario, rule: string, file: string): PlannedScenario {
  const planned: PlannedScenario = { scenario, rule, file, documents: [], cases: [] };
  for (const [index, source] of scenario.documents.entries()) {
    const where = `${file}: scenario "${scenario.id}", document ${index + 1}`;
    const document = planDocument(scenario.id, source, where);
    const cases = planCases(document, source, where);
    if (cases.length === 0)
      throw new UserError(
        `${where}: no connection is left`,
        'None of its mechanisms can carry its URLs from its context; correct by, allows or blocks.',
      );
    if (planned.documents.some(({ id }) => id === document.id))
      throw new UserError(
        `${where}: the same document is listed twice`,
        'Join their allows and blocks in one.',
      );
    planned.documents.push(document);
    planned.cases.push(...cases);
  }
  rejectDoubles(planned);
  return planned;
}

function planDocument(scenarioId: string, source: DocumentSource, where: string): PlannedDocument {
  const { by, allows, blocks, refuses, ...defining } = source;
  const context = contextNamed(source.context ?? 'frame');
  if (context === undefined)
    throw new UserError(
      `${where}: unknown context "${source.context}"`,
      suggest(
        source.context ?? '',
        contexts.map((one) => one.name),
      ),
    );
  return {
    id: `${scenarioId}/${shortHash(defining)}`,
    page: pageUrl(source.page ?? DEFAULT_PAGE, where),
    context,
    ...delivered(source),
    creator: source.creator ? delivered(source.creator) : null,
    metaPlacement: source.metaPlacement ?? 'head',
    metaName: source.metaName ?? 'Content-Security-Policy',
    markup: source.markup ?? '',
    status: source.status ?? 200,
    reports: source.reports ?? null,
    collector: source.collector ?? 'cross-site',
  };
}

const delivered = (source: NonNullable<DocumentSource['creator']>): Delivered => ({
  policy: list(source.policy),
  reportOnly: list(source.reportOnly),
  meta: list(source.meta),
  allowlist: list(source.allowlist),
  allowlistReportOnly: list(source.allowlistReportOnly),
});

function planCases(document: PlannedDocument, source: DocumentSource, where: string): PlannedCase[] {
  const named = list(source.by).map((name) => mechanism(name, where));
  const declared = [
    ...(source.allows ?? []).map((target) => ({ target, expected: 'allowed' as const, refused: false })),
    ...(source.blocks ?? []).map((target) => ({ target, expected: 'blocked' as const, refused: false })),
    ...(source.refuses ?? []).map((target) => ({ target, expected: 'blocked' as const, refused: true })),
  ];
  if (declared.length === 0)
    throw new UserError(`${where}: it neither allows nor blocks anything`, 'Add allows, blocks or refuses.');
  return declared.flatMap(({ target, expected, refused }) => {
    const only = typeof target === 'string' ? undefined : target.by?.map((name) => mechanism(name, where));
    const planned = planTarget(target, document.page, where);
    const carriers = (only ?? named).filter((one) => carries(one, planned, document));
    if (carriers.length > 0) checkOptions(planned, carriers, where);
    for (const one of carriers) checkRefusal(one, planned.url, refused, where);
    const hash = shortHash(target);
    return carriers.map((one) => ({
      id: `${document.id}/${slug(one.name)}/${hash}`,
      document,
      mechanism: one,
      target: planned,
      expected,
    }));
  });
}

/** A URL that its API refuses says nothing of a policy: it must be listed as refused, and no other. */
function checkRefusal(mechanism: Mechanism, url: string, declared: boolean, where: string): void {
  if (refusesUrl(mechanism, url) === declared) return;
  if (declared)
    throw new UserError(
      `${where}: ${mechanism.name} does not refuse ${url}`,
      'List it in allows or blocks, or name other mechanisms for it by "by".',
    );
  throw new UserError(
    `${where}: ${mechanism.name} refuses ${url}, whatever the policy, for its user name or password`,
    'List it in refuses, or name other mechanisms for it by "by" (XMLHttpRequest takes such URLs).',
  );
}

/**
 * Whether the mechanism exists in the document's global, takes the URL's scheme, and comes under the policies in question; one
 * that a header opens needs a response.
 */
function carries(mechanism: Mechanism, target: PlannedTarget, document: PlannedDocument): boolean {
  const { context } = document;
  return (
    takes(mechanism, target.url, context) &&
    comesUnderPolicies(mechanism, target, document) &&
    (mechanism.header === undefined || !context.created || context.own === 'document')
  );
}

function planTarget(target: Target, page: string, where: string): PlannedTarget {
  const source = typeof target === 'string' ? { url: target } : target;
  const url = parse(source.url, page, where);
  const redirects: PlannedHop[] = [];
  let base = url;
  for (const hop of source.redirects ?? []) {
    const { to, status = 302, cors = '*' } = typeof hop === 'string' ? { to: hop } : hop;
    base = parse(to, base, where);
    redirects.push({ to: base, status, cors });
  }
  return {
    url,
    redirects,
    cors: source.cors ?? '*',
    status: source.status ?? 200,
    options: source.options ?? {},
  };
}

/** Only what a server answers for can be opened with policies of its own. */
function pageUrl(page: string, where: string): string {
  if (/^https?:/i.test(page)) return parse(page, page, where);
  throw new UserError(
    `${where}: the page "${page}" is not an http(s) URL`,
    'Write it as https://page.test/.',
  );
}

function parse(url: string, base: string, where: string): string {
  // `blob:` alone stands for an object URL the agent makes; the URL parser would keep it as it is, too.
  try {
    // Not URL.canParse(): once it is hot, Node 20 answers false for URLs with characters outside ASCII.
    return new URL(url, base).href;
  } catch {
    throw new UserError(`${where}: "${url}" is not a URL`, 'Write it as https://api.test/path.');
  }
}

function mechanism(name: string, where: string): Mechanism {
  const found = mechanismNamed(name);
  if (found === undefined)
    throw new UserError(
      `${where}: unknown mechanism "${name}"`,
      suggest(
        name,
        mechanisms.map((one) => one.name),
      ),
    );
  return found;
}

/** A mechanism's name as part of an id: `a[ping]` becomes `a-ping`. */
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function rejectDoubles({ cases, file, scenario }: PlannedScenario): void {
  const seen = new Set<string>();
  for (const { id, target, mechanism } of cases) {
    if (seen.has(id))
      throw new UserError(
        `${file}: scenario "${scenario.id}": ${mechanism.name} to ${target.url} is listed twice`,
        'Name each target once in a document, either in allows or in blocks.',
      );
    seen.add(id);
  }
}
