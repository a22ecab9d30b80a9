import type {
  BrowserRecord,
  CaseRecord,
  DocumentRecord,
  Results,
  ScenarioRecord,
  StepRecord,
} from '../results/schema.ts';

/** One scenario with its cases. */
export interface ScenarioCases {
  readonly scenario: ScenarioRecord;
  readonly cases: readonly CaseRecord[];
}

/** What is looked up of results: a page that shows one scenario carries no more of them. */
export type Indexed = Pick<Results, 'browsers' | 'missing' | 'scenarios' | 'cases' | 'steps' | 'derivations'>;

/** Results, looked up the way the pages need them. */
export interface Lookup {
  readonly browsers: readonly BrowserRecord[];
  readonly scenarios: readonly ScenarioCases[];
  /** The document a case's connection was opened from. */
  documentOf(of: CaseRecord): DocumentRecord | undefined;
  scenarioOf(of: CaseRecord): ScenarioRecord | undefined;
  /** The steps of a derivation, in their order. */
  stepsOf(derivation: string): StepRecord[];
  /** The browsers that have a result for a scenario. */
  browsersOf(scenario: string): BrowserRecord[];
  /** Why a scenario has no result in a browser, or null where it has one. */
  missing(scenario: string, browser: string): string | null;
}

/** All that a report is made from. */
export interface Report extends Lookup {
  readonly results: Results;
}

/** The results of a run, indexed. */
export const indexResults = (results: Results): Report => ({ results, ...indexCases(results) });

/** Indexes results once, so that 20,000 cases cost one pass. */
export function indexCases(results: Indexed): Lookup {
  const cases = new Map<string, CaseRecord[]>();
  for (const one of results.cases) {
    const list = cases.get(one.scenario);
    if (list) list.push(one);
    else cases.set(one.scenario, [one]);
  }
  const scenarios = new Map(results.scenarios.map((one) => [one.id, one]));
  const documents = new Map(
    results.scenarios.flatMap((scenario) =>
      scenario.documents.map((document) => [`${scenario.id}\n${document.id}`, document] as const),
    ),
  );
  const missing = new Map(results.missing.map((one) => [`${one.scenario}\n${one.browser}`, one.reason]));
  const reasonFor = (scenario: string, browser: string) => missing.get(`${scenario}\n${browser}`) ?? null;
  return {
    browsers: results.browsers,
    scenarios: results.scenarios.map((scenario) => ({ scenario, cases: cases.get(scenario.id) ?? [] })),
    documentOf: (of) => documents.get(`${of.scenario}\n${of.document}`),
    scenarioOf: (of) => scenarios.get(of.scenario),
    stepsOf: (derivation) => (results.derivations[derivation] ?? []).flatMap((id) => results.steps[id] ?? []),
    browsersOf: (scenario) => results.browsers.filter(({ name }) => reasonFor(scenario, name) === null),
    missing: reasonFor,
  };
}
