import type { CaseRecord, Observation, Results, ScenarioRecord } from '../../harness/results/schema.ts';
import type { Status } from '../../harness/results/verdict.ts';

/** Pieces of synthetic results: no browser did any of this. */

type Parts = Partial<Omit<Observation, 'evidence' | 'facets'>> & {
  facets?: Partial<Observation['facets']>;
  evidence?: Partial<Observation['evidence']>;
};

export const violationFields = {
  disposition: 'enforce',
  effectiveDirective: 'connect-src',
  violatedDirective: 'connect-src',
  blockedURI: 'https://third.test/x',
  originalPolicy: "connect-src 'self'",
  statusCode: 200,
  sample: '',
};

/** A blocked, conforming observation with all four witnesses, changed by `parts`. */
export function observation(parts: Parts = {}): Observation {
  const { evidence, facets, ...rest } = parts;
  return {
    verdict: 'blocked',
    reason: 'a violation was reported, and nothing arrived',
    status: 'conforms',
    facets: {
      enforcement: { result: 'conforms', spec: 'blocked', observed: 'blocked' },
      outcome: { result: 'conforms', spec: 'rejects TypeError', observed: 'rejects TypeError' },
      violation: { result: 'conforms', spec: '1 event', observed: '1 event' },
      report: { result: 'not judged', spec: 'no report asked for', observed: 'none' },
      ...facets,
    },
    ...rest,
    evidence: {
      outcome: {
        shape: 'returns; rejects TypeError',
        steps: [
          { at: 0.1, step: 'return', name: 'Promise' },
          { at: 2.4, step: 'reject', name: 'TypeError', detail: { message: 'Failed to fetch' } },
        ],
      },
      network: [],
      violations: [{ at: 1.8, target: 'document', fields: violationFields }],
      reports: [],
      console: ['Refused to connect because it violates the document’s Content Security Policy.'],
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
      ...evidence,
    },
  };
}

const arrived: Observation['evidence']['network'] = [
  {
    at: 1.2,
    kind: 'redirect',
    hop: 0,
    method: 'GET',
    url: 'https://api.test/start',
    status: 302,
    headers: { origin: 'https://page.test', 'user-agent': 'synthetic' },
  },
  {
    at: 2.9,
    kind: 'request',
    hop: 1,
    method: 'GET',
    url: 'https://third.test/x',
    status: 200,
    headers: { origin: 'null', 'sec-fetch-mode': 'cors' },
  },
];

/** The connection left although the specification blocks it. */
export const leaked = (status: Status, deviation?: string): Observation =>
  observation({
    verdict: 'leaked',
    reason: 'a violation was reported, and the request arrived all the same',
    status,
    kind: 'security',
    facets: {
      enforcement: {
        result: 'deviates',
        spec: 'blocked',
        observed: 'leaked',
        ...(deviation === undefined ? {} : { deviations: [deviation] }),
      },
      outcome: { result: 'conforms', spec: 'rejects TypeError', observed: 'rejects TypeError' },
    },
    evidence: { network: arrived, console: null },
  });

export const withStatus = (status: Status, parts: Parts = {}): Observation =>
  observation({ status, ...parts });

/** The steps that every case of the fixture shares. */
export const derivations: Pick<Results, 'steps' | 'derivations'> = {
  steps: {
    directive: {
      anchor: 'CSP#effective-directive-for-a-request',
      what: 'Which directive governs it',
      outcome: 'connect-src',
    },
    hosts: {
      anchor: 'CSP#match-hosts',
      what: 'Host matches',
      operands: 'api.test, third.test',
      outcome: 'no',
    },
  },
  derivations: { 'two-steps': ['directive', 'hosts'] },
};

/** A blocked case of the fixture with the given observations. */
export function caseOf(
  scenario: string,
  mechanism: string,
  url: string,
  observed: Record<string, Observation>,
  parts: Partial<CaseRecord> = {},
): CaseRecord {
  return {
    id: `${scenario}/1/${mechanism}/${url}`,
    scenario,
    document: '1',
    mechanism,
    url,
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
      violations: [violationFields],
      derivation: 'two-steps',
    },
    observed,
    ...parts,
  };
}

/** A scenario with one framed document and a policy. */
export function scenarioOf(
  id: string,
  title: string,
  rule: string,
  parts: Partial<ScenarioRecord> = {},
): ScenarioRecord {
  return {
    id,
    title,
    rule,
    spec: 'CSP#match-hosts',
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
    ...parts,
  };
}
