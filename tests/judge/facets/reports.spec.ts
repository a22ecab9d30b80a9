import { expect, test } from '@playwright/test';
import type { ObservedReport } from '../../../harness/agent/observed-reports.ts';
import { compareReports } from '../../../harness/judge/facets/reports.ts';
import { expand } from '../../../harness/plan/expand.ts';
import type { PlannedCase } from '../../../harness/plan/plan.ts';
import type { DocumentSource } from '../../../harness/plan/scenario.ts';
import type { Violation } from '../../../harness/spec/explain.ts';
import type { LedgerEntry } from '../../../servers/index.ts';
import { arrived, evidenceOf, specOf } from '../fixture.ts';

function reporting(source: Omit<DocumentSource, 'by'>): PlannedCase {
  const documents = [{ ...source, by: 'fetch', blocks: ['https://third.test/'] }];
  const [one] = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts').cases;
  return one as PlannedCase;
}

const byUri = reporting({ reports: 'report-uri', policy: "connect-src 'self'" });
const byEndpoint = reporting({ reports: 'report-to', policy: "connect-src 'self'" });

/** The report of the first violation the specification reports, with `changes`. */
function uriReport(
  one: PlannedCase,
  changes: Record<string, unknown> = {},
  type = 'application/csp-report',
): LedgerEntry {
  const [violation] = specOf(one).violations;
  const body = {
    'document-uri': violation?.documentURI,
    'blocked-uri': violation?.blockedURI,
    'effective-directive': violation?.effectiveDirective,
    'violated-directive': violation?.violatedDirective,
    'original-policy': violation?.originalPolicy,
    disposition: violation?.disposition,
    'status-code': violation?.statusCode,
    ...changes,
  };
  return { ...upload(type), report: { 'csp-report': body } };
}

function endpointReport(one: PlannedCase, changes: Record<string, unknown> = {}): LedgerEntry {
  const [violation] = specOf(one).violations;
  const { documentURI: documentURL, blockedURI: blockedURL, ...rest } = violation ?? {};
  const report = {
    type: 'csp-violation',
    url: documentURL,
    age: 1,
    user_agent: 'browser',
    body: { documentURL, blockedURL, ...rest },
    ...changes,
  };
  return { ...upload('application/reports+json'), report };
}

const upload = (type: string): LedgerEntry => ({
  ...arrived(0, 'report'),
  method: 'POST',
  headers: { 'content-type': type, 'sec-fetch-dest': 'report' },
});
const compare = (one: PlannedCase, ...reports: LedgerEntry[]) =>
  compareReports(one, evidenceOf(one, { reports }), specOf(one)).differences;

test('the report the specification sends conforms', () => {
  expect(compare(byUri, uriReport(byUri))).toEqual([]);
  expect(compare(byEndpoint, endpointReport(byEndpoint))).toEqual([]);
});

test('no report where one is due', () => {
  expect(compare(byUri)).toEqual(['no report (enforce)']);
});

test('each field is compared', () => {
  expect(compare(byUri, uriReport(byUri, { 'status-code': 0 }))).toEqual(['status-code differs']);
  expect(compare(byUri, uriReport(byUri, { disposition: 'enforce', 'blocked-uri': undefined }))).toEqual([
    'blocked-uri is missing',
  ]);
});

test('a status that the specification leaves open is not compared', () => {
  const blank = (reports: 'report-uri' | 'report-to') =>
    reporting({ context: 'about-blank', reports, policy: "connect-src 'self'" });
  const [uri, endpoint] = [blank('report-uri'), blank('report-to')];
  expect(compare(uri, uriReport(uri, { 'status-code': 0 }))).toEqual([]);
  expect(compare(endpoint, endpointReport(endpoint))).toEqual([]);
  expect(compare(uri, uriReport(uri, { 'status-code': undefined }))).toEqual(['status-code is missing']);
});

test('the content type is compared', () => {
  expect(compare(byUri, uriReport(byUri, {}, 'application/json'))).toEqual(['content type application/json']);
});

test('what the Reporting API puts around the violation is compared', () => {
  const wrong = endpointReport(byEndpoint, { type: 'csp', url: 'https://page.test/', age: undefined });
  expect(compare(byEndpoint, wrong)).toEqual(['age is missing', 'type csp', 'url differs']);
});

test('a report too many is told', () => {
  expect(compare(byUri, uriReport(byUri), uriReport(byUri))).toEqual([
    'a report the specification does not send (application/csp-report)',
  ]);
  expect(compare(byEndpoint, uriReport(byEndpoint), endpointReport(byEndpoint))).toEqual([
    'a report the specification does not send (application/csp-report)',
  ]);
});

test('reports that overtake each other are matched by what they say', () => {
  const both = reporting({
    reports: 'report-uri',
    policy: ["connect-src 'self'", 'connect-src https://api.test'],
  });
  const [first, second] = specOf(both).violations.map(({ originalPolicy }) =>
    uriReport(both, { 'original-policy': originalPolicy }),
  ) as [LedgerEntry, LedgerEntry];
  expect(compare(both, first, second)).toEqual([]);
  expect(compare(both, second, first)).toEqual([]);
  expect(compare(both, second, second)).toEqual(['original-policy differs']);
});

test('a policy is compared as a policy, however its directives are written', () => {
  const odd = reporting({ reports: 'report-uri', policy: "upgrade-insecure-requests;Connect-Src  'self'" });
  const [violation] = specOf(odd).violations;
  const spaced = String(violation?.originalPolicy)
    .replaceAll(';', ' ;  ')
    .replace('connect-src', 'CONNECT-SRC');
  expect(compare(odd, uriReport(odd, { 'original-policy': spaced }))).toEqual([]);
});

test('a meta element’s policy has lost its report-uri, and sends nothing', () => {
  const meta = reporting({ reports: 'report-uri', meta: "connect-src 'self'" });
  expect(compare(meta)).toEqual([]);
  expect(compare(meta, uriReport(meta))).toEqual([
    'a report the specification does not send (application/csp-report)',
  ]);
});

const observedReport = (one: PlannedCase, changes: Record<string, unknown> = {}): ObservedReport => {
  const [violation] = specOf(one).violations;
  const { documentURI, blockedURI, effectiveDirective, originalPolicy, disposition, statusCode } =
    violation as Violation;
  const said = { effectiveDirective, originalPolicy, disposition, statusCode };
  const body = { documentURL: documentURI, blockedURL: blockedURI, ...said, ...changes };
  return { type: 'csp-violation', url: documentURI, body };
};
const compareObserved = (observedReports: ObservedReport[] | null) =>
  compareReports(
    byEndpoint,
    evidenceOf(byEndpoint, { reports: [endpointReport(byEndpoint)], observedReports }),
    specOf(byEndpoint),
  ).differences;

test('a ReportingObserver is given what is uploaded', () => {
  expect(compareObserved(null)).toEqual([]);
  expect(compareObserved([observedReport(byEndpoint)])).toEqual([]);
  expect(compareObserved([])).toEqual(['no report for a ReportingObserver (enforce)']);
  expect(compareObserved([observedReport(byEndpoint, { blockedURL: 'x' })])).toEqual([
    'blockedURL differs for a ReportingObserver',
  ]);
  expect(compareObserved([observedReport(byEndpoint), observedReport(byEndpoint)])).toEqual([
    'a report for a ReportingObserver that the specification does not make (enforce)',
  ]);
});

for (const [collector, carries, difference] of [
  ['same-origin', false, 'sent without cookies to its own origin'],
  ['same-site', true, 'sent with cookies to another origin'],
] as const)
  test(`to a collector of the ${collector}: ${difference}`, () => {
    const one = reporting({ reports: 'report-uri', collector, policy: "connect-src 'self'" });
    const sent = (cookies: boolean): LedgerEntry => {
      const report = uriReport(one);
      return cookies ? { ...report, headers: { ...report.headers, cookie: 'report=1' } } : report;
    };
    expect(compare(one, sent(!carries))).toEqual([]);
    expect(compare(one, sent(carries))).toEqual([difference]);
  });
