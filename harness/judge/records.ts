import type { LedgerEntry } from '../../servers/index.ts';
import { delivery } from '../plan/delivery.ts';
import { placedMetas } from '../plan/placed-metas.ts';
import type { Delivered, PlannedCase, PlannedDocument, PlannedScenario } from '../plan/plan.ts';
import { wayInto } from '../plan/way-in.ts';
import type { CaseRecord, DocumentRecord, Observation, ScenarioRecord } from '../results/schema.ts';
import { facetName } from '../results/verdict.ts';
import { type Evidence, shapeOf } from '../rig/evidence.ts';
import type { Explanation } from '../spec/explain.ts';
import type { Derivation } from './derivation.ts';
import type { Facets } from './facets/facets.ts';
import type { Observed } from './observe.ts';
import type { Standing } from './status.ts';

/** A scenario as the results show it. */
export function recordScenario({ scenario, rule, documents }: PlannedScenario): ScenarioRecord {
  const { id, title, spec, claim, sources } = scenario;
  return {
    id,
    title,
    rule,
    ...(spec !== undefined && { spec }),
    ...(claim !== undefined && { claim }),
    ...(sources !== undefined && { sources }),
    documents: documents.map(recordDocument),
  };
}

/** A document as the results show it. */
export function recordDocument(document: PlannedDocument): DocumentRecord {
  const { id, page, context, status, metaPlacement, metaName, markup } = document;
  const { own, creator } = delivery(document);
  const { how, because } = wayInto(document);
  const inherits = creator !== null && !context.own;
  const notes = [
    status !== 200 && `status ${status}`,
    metaPlacement !== 'head' && `meta: ${metaPlacement}`,
    metaName !== 'Content-Security-Policy' && `http-equiv: ${metaName}`,
    markup !== '' && `markup: ${markup}`,
    how === 'injected' && `opened as a page of its own, with the agent injected: ${because}`,
  ].filter(Boolean);
  return {
    id,
    page,
    context: context.name,
    ...recordDelivered(inherits && creator ? { ...creator, meta: [...creator.meta, ...own.meta] } : own),
    ...(creator && !inherits && { creator: recordDelivered(creator) }),
    ...metaMarkup(document, own.meta),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

/** The markup of metas that do not simply stand in head. Those that come late are put in by a script of their own. */
function metaMarkup(document: PlannedDocument, metas: readonly string[]): Pick<DocumentRecord, 'metaMarkup'> {
  if (metas.length === 0 || document.metaPlacement === 'head') return {};
  const follows = document.metaPlacement === 'late';
  const { head, body } = placedMetas(follows ? { ...document, metaPlacement: 'script' } : document, metas);
  return { metaMarkup: { text: head || `<body>${body}`, follows } };
}

/** What is delivered; allowlists only where there are any. */
const recordDelivered = ({
  policy,
  reportOnly,
  meta,
  allowlist,
  allowlistReportOnly,
}: Delivered): NonNullable<DocumentRecord['creator']> => ({
  ...{ policy, reportOnly, meta },
  ...(allowlist.length > 0 && { allowlist }),
  ...(allowlistReportOnly.length > 0 && { allowlistReportOnly }),
});

/** All of a case but what browsers did. */
export function recordCase(
  scenario: PlannedScenario,
  one: PlannedCase,
  spec: Explanation,
  derivation: Derivation,
): Omit<CaseRecord, 'observed'> {
  const { url, redirects, cors, status, options } = one.target;
  return {
    id: one.id,
    scenario: scenario.scenario.id,
    document: one.document.id,
    mechanism: one.mechanism.name,
    url,
    redirects: redirects.map(({ status, to }) => ({ status, to })),
    options: { ...options, ...(cors !== '*' && { cors }), ...(status !== 200 && { status }) },
    expected: one.expected,
    spec: {
      verdict: spec.verdict,
      by: spec.by,
      directive: spec.directive,
      matched: spec.matched,
      blockedAtHop: spec.blockedAtHop,
      disputed: [...spec.disputed],
      violations: spec.violations.map((violation) => ({ ...violation })),
      derivation: derivation.id,
    },
  };
}

/** What one browser did, and how it was judged. Times are in milliseconds after the call. */
export function recordObservation(
  evidence: Evidence,
  observed: Observed,
  facets: Facets,
  standing: Standing,
): Observation {
  const start = evidence.calledAt ?? 0;
  const after = (time: number) => Math.round((time - start) * 10) / 10;
  const { status, kind } = standing;
  const shownFacets = facetName.options.map((name) => {
    const { result, spec, observed, differences } = facets[name];
    const deviations = standing.covered[name];
    const unexplained = standing.unexplained[name];
    return [
      name,
      {
        ...{ result, spec, observed },
        ...(differences.length > 1 && { differences }),
        ...(deviations && { deviations }),
        ...(unexplained && { unexplained }),
      },
    ];
  });
  return {
    ...observed,
    status,
    ...(kind !== undefined && { kind }),
    facets: Object.fromEntries(shownFacets) as Observation['facets'],
    evidence: {
      outcome: {
        shape: shapeOf(evidence.steps),
        steps: evidence.steps.map(({ time, step, name, detail }) => ({
          at: after(time),
          step,
          name,
          ...(detail && { detail }),
        })),
        ...(evidence.timing && { timing: evidence.timing }),
      },
      network: evidence.network.map((entry) => ({ at: after(entry.time), ...shown(entry) })),
      violations: evidence.violations.map(({ time, target, fields }) => ({
        at: after(time),
        target,
        fields,
      })),
      reports: evidence.reports.map((entry) => ({
        at: after(entry.time),
        contentType: entry.headers['content-type'] ?? '',
        url: entry.url,
        ...(entry.headers.cookie && { cookie: entry.headers.cookie }),
        body: entry.report ?? null,
      })),
      ...(evidence.observedReports && { observedReports: evidence.observedReports }),
      console: evidence.console,
      control: { open: evidence.open, closed: evidence.closed },
    },
  };
}

/** The headers that tell something about the connection. */
const telling = [
  'origin',
  'referer',
  'content-type',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-purpose',
];

function shown({
  kind,
  hop,
  method,
  url,
  status,
  headers,
}: LedgerEntry): Omit<Observation['evidence']['network'][number], 'at'> {
  const kept = Object.entries(headers).filter(([name]) => telling.includes(name));
  return { kind, hop, method, url, status, headers: Object.fromEntries(kept) };
}
