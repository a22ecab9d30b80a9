import { mechanismNamed } from '../catalogue/registry.ts';
import { groupBy } from '../results/group-by.ts';
import type { BrowserRecord, CaseRecord, Observation, Results } from '../results/schema.ts';
import { unexplainedIn } from '../results/unexplained.ts';
import { type FacetName, facetName } from '../results/verdict.ts';
import { operatingSystem, wptProduct } from './wpt-product.ts';

type SubtestStatus = 'PASS' | 'FAIL' | 'NOTRUN' | 'PRECONDITION_FAILED';

/** One facet of one case; `expected` is there only where it differs from `status`, as wptrunner writes it. */
export interface WptSubtest {
  name: string;
  status: SubtestStatus;
  message: string | null;
  expected?: SubtestStatus;
  known_intermittent?: SubtestStatus[];
}

/** One scenario. */
export interface WptTest {
  test: string;
  subsuite: string;
  status: 'OK' | 'SKIP';
  message: string | null;
  subtests: WptSubtest[];
}

/** The report that web-platform-tests' runner writes with `--log-wptreport`, and that wpt.fyi takes in: one browser a file. */
export interface WptReport {
  run_info: { product: string; browser_version: string; os: string; os_version: string; revision: string };
  time_start: number;
  time_end: number;
  results: WptTest[];
  subsuites: Record<string, never>;
}

/** What one browser did, in web-platform-tests' format; times in milliseconds since the epoch. */
export function toWptReport(results: Results, browser: BrowserRecord): WptReport {
  const cases = groupBy(results.cases, (record) => record.scenario);
  const missing = new Map(
    results.missing.filter((gap) => gap.browser === browser.name).map((gap) => [gap.scenario, gap.reason]),
  );
  return {
    run_info: {
      product: wptProduct(browser),
      browser_version: browser.version,
      ...operatingSystem(browser),
      revision: results.corpus.hash,
    },
    time_start: Date.parse(results.startedAt),
    time_end: Date.parse(results.finishedAt),
    results: results.scenarios.map(({ id }) =>
      testOf(id, cases.get(id) ?? [], browser.name, missing.get(id)),
    ),
    subsuites: {},
  };
}

function testOf(scenario: string, cases: CaseRecord[], browser: string, reason: string | undefined): WptTest {
  const subtests = cases.flatMap((record) => {
    const seen = record.observed[browser];
    return seen === undefined ? [] : subtestsOf(subtestName(record), seen);
  });
  return {
    test: `/content-security-policy/connect-src/${scenario}.html`,
    subsuite: '',
    status: subtests.length > 0 ? 'OK' : 'SKIP',
    message: subtests.length > 0 ? null : wellFormed(reason ?? 'no result'),
    subtests,
  };
}

/** What was tried, for people; the rest of the id keeps names apart and the same from run to run. */
function subtestName({ id, scenario, mechanism, url }: CaseRecord): string {
  const name = mechanismNamed(mechanism)?.wpt?.name ?? mechanism;
  return `${name} to ${url}, ${id.slice(scenario.length + 1)}`;
}

/** A case that could not be judged is one subtest; one that was, a subtest for each facet that was judged. */
function subtestsOf(name: string, seen: Observation): WptSubtest[] {
  const whole = { name: wellFormed(name), message: wellFormed(seen.reason) };
  if (seen.verdict === 'unsupported') return [{ ...whole, status: 'PRECONDITION_FAILED' }];
  if (seen.verdict === 'inconclusive') return [{ ...whole, status: 'NOTRUN', expected: 'PASS' }];
  return facetName.options
    .filter((facet) => seen.facets[facet].result !== 'not judged')
    .map((facet) => facetSubtest(name, facet, seen));
}

function facetSubtest(name: string, facet: FacetName, seen: Observation): WptSubtest {
  const { result, spec, observed } = seen.facets[facet];
  const status = result === 'conforms' ? 'PASS' : 'FAIL';
  const recorded = result === 'deviates' && unexplainedIn(seen.facets[facet]).length === 0;
  const expected = recorded ? 'FAIL' : 'PASS';
  return {
    name: wellFormed(`${name} (${facet})`),
    status,
    message: status === 'PASS' ? null : wellFormed(`specification: ${spec}; observed: ${observed}`),
    ...(seen.status === 'unstable' ? { known_intermittent: [status] } : {}),
    ...(expected === status || seen.status === 'disputed' ? {} : { expected }),
  };
}

/** Consumers reject lone surrogates, so they are spelled out, as web-platform-tests does. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, (character) => `U+${character.charCodeAt(0).toString(16)}`);
}
