import type { BrowserRecord, CaseRecord, Observation, Results } from '../../harness/results/schema.ts';

/* Results that no browser produced: small, valid, and changed by each test where it matters. */

/** A facet as a browser that does what the specification says shows it. */
export const conforming = { result: 'conforms', spec: 'blocked', observed: 'blocked' } as const;

/** A facet that departs from the specification. */
export const deviating = { result: 'deviates', spec: 'blocked', observed: 'allowed' } as const;

/** A case blocked as it should be; `changes` replaces whole properties. */
export function observation(changes: Partial<Observation> = {}): Observation {
  return {
    verdict: 'blocked',
    reason: 'a violation event, and nothing arrived',
    status: 'conforms',
    facets: { enforcement: conforming, outcome: conforming, violation: conforming, report: conforming },
    evidence: {
      outcome: { shape: 'return, reject TypeError', steps: [{ at: 1, step: 'return', name: 'Promise' }] },
      network: [],
      violations: [],
      reports: [],
      console: null,
      control: {
        open: {
          missing: null,
          failed: null,
          worked: true,
          arrived: true,
          unhandled: false,
          handlesOthers: false,
          shape: 'resolves',
        },
        closed: { failed: null, violations: 1, shape: 'rejects TypeError' },
      },
    },
    ...changes,
  };
}

/** What a browser shows that ignores the policy. */
export function letThrough(changes: Partial<Observation> = {}): Observation {
  return observation({
    verdict: 'allowed',
    reason: 'the request arrived',
    status: 'new deviation',
    kind: 'security',
    facets: { enforcement: deviating, outcome: conforming, violation: conforming, report: conforming },
    ...changes,
  });
}

/** A case of `scenario` that the specification blocks. */
export function blockedCase(
  scenario: string,
  mechanism: string,
  observed: CaseRecord['observed'],
): CaseRecord {
  return {
    id: `${scenario}/1/${mechanism}/https://third.test/`,
    scenario,
    document: '1',
    mechanism,
    url: 'https://third.test/',
    redirects: [],
    options: {},
    expected: 'blocked',
    spec: {
      verdict: 'blocked',
      by: 'csp',
      directive: 'connect-src',
      matched: null,
      blockedAtHop: 0,
      disputed: [],
      violations: [],
      derivation: 'd1',
    },
    observed,
  };
}

export const chromium: BrowserRecord = {
  name: 'chromium',
  engine: 'chromium',
  version: '156.0.1.2',
  os: 'Debian 12',
  drivenBy: 'Playwright',
};
export const firefox: BrowserRecord = { ...chromium, name: 'firefox', engine: 'firefox', version: '153.0' };
export const webkit: BrowserRecord = {
  ...chromium,
  name: 'webkit',
  engine: 'webkit',
  version: '2.50.4',
  drivenBy: 'WebKitWebDriver',
};

/** A run of these cases in the browsers that they name. */
export function run(cases: CaseRecord[], changes: Partial<Results> = {}): Results {
  const names = new Set(cases.flatMap((record) => Object.keys(record.observed)));
  const scenarios = [...new Set(cases.map((record) => record.scenario))];
  return {
    schemaVersion: 3,
    generator: 'connect-src-conformance 0.1.0',
    startedAt: '2026-11-20T03:00:00.000Z',
    finishedAt: '2026-11-20T03:05:00.000Z',
    corpus: { hash: 'c0ffee0123456789', scenarios: scenarios.length, selected: scenarios.length },
    missing: [],
    browsers: [chromium, firefox, webkit].filter(({ name }) => names.has(name)),
    deviations: [],
    disputes: [],
    steps: { s1: { anchor: 'CSP#should-block-request', what: 'together', outcome: 'Blocked' } },
    derivations: { d1: ['s1'] },
    scenarios: scenarios.map((id) => ({
      id,
      title: `The rule of ${id}`,
      rule: 'synthetic.ts',
      documents: [
        {
          id: '1',
          page: 'https://page.test/',
          context: 'frame',
          policy: ["connect-src 'self'"],
          reportOnly: [],
          meta: [],
        },
      ],
    })),
    cases,
    ...changes,
  };
}
