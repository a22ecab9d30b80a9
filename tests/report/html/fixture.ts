import type { CaseRecord, Observation, Results, ScenarioRecord } from '../../../harness/judgement/results.ts';
import type { Status } from '../../../harness/judgement/verdict.ts';

/** A synthetic run: no browser did any of this. It holds every status, every facet and every witness once at least. */

const browsers: Results['browsers'] = [
  { name: 'chromium', engine: 'chromium', version: '156.0.0.1', os: 'Synthetic 1', drivenBy: 'a fixture' },
  { name: 'firefox', engine: 'firefox', version: '153.0', os: 'Synthetic 1', drivenBy: 'a fixture' },
  { name: 'webkit', engine: 'webkit', version: '2.50.1', os: 'Synthetic 1', drivenBy: 'a fixture' },
];

type Parts = Partial<Omit<Observation, 'evidence' | 'facets'>> & {
  facets?: Partial<Observation['facets']>;
  evidence?: Partial<Observation['evidence']>;
};

const violationFields = {
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
      control: 'arrived after 3.1 ms',
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
const leaked = (status: Status, deviation?: string): Observation =>
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

const withStatus = (status: Status, parts: Parts = {}): Observation => observation({ status, ...parts });

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
      steps: [
        {
          anchor: 'CSP#effective-directive-for-a-request',
          what: 'Which directive governs it',
          outcome: 'connect-src',
        },
        { anchor: 'CSP#match-hosts', what: 'Host matches', operands: 'api.test, third.test', outcome: 'no' },
      ],
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

/** Text that would do harm, or fall apart, if it were taken for markup, script or a template. */
export const hostile = [
  `<script>window.pwned = 'script'</script>`,
  `"><img src=x onerror="window.pwned='img'">`,
  `'--></style></title></textarea><svg onload=window.pwned='svg'>`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: template syntax is the point
  '${window.pwned = 1} {{constructor.constructor("window.pwned=1")()}} <%= 1 %> `',
  'javascript:window.pwned=1',
  '\u202egnp.exe \u0000\u0007 &lt;b&gt; &amp; <!-- ]]>',
].join(' ');

const everyStatus: CaseRecord[] = [
  caseOf(
    'host-must-match',
    'fetch',
    'https://third.test/x',
    {
      chromium: observation(),
      firefox: leaked('new deviation'),
      webkit: leaked('known deviation', 'webkit-redirect-leak'),
    },
    { redirects: [{ status: 302, to: 'https://third.test/x' }] },
  ),
  caseOf('host-must-match', 'XMLHttpRequest', 'https://third.test/x', {
    chromium: observation(),
    firefox: withStatus('new deviation', {
      kind: 'compatibility',
      facets: {
        outcome: { result: 'deviates', spec: 'event error, status 0', observed: 'throws NetworkError' },
      },
    }),
    webkit: withStatus('known deviation', {
      kind: 'reporting',
      facets: {
        violation: {
          result: 'deviates',
          spec: '1 event',
          observed: '2 events',
          deviations: ['webkit-double-event'],
        },
        report: {
          result: 'deviates',
          spec: '1 report',
          observed: '2 reports',
          deviations: ['webkit-double-event'],
        },
      },
      evidence: {
        reports: [
          {
            at: 9.5,
            contentType: 'application/csp-report',
            url: 'https://page.test/report/1',
            body: { 'csp-report': {} },
          },
        ],
      },
    }),
  }),
  caseOf(
    'websocket-schemes',
    'WebSocket',
    'wss://page.test/',
    {
      chromium: withStatus('disputed', { verdict: 'allowed' }),
      firefox: withStatus('disputed', { verdict: 'allowed' }),
      webkit: withStatus('inconclusive', { verdict: 'inconclusive', reason: 'the control did not arrive' }),
    },
    { spec: { ...caseOf('', '', '', {}).spec, disputed: ['https-source-websocket'] } },
  ),
  caseOf(
    'websocket-schemes',
    'WebTransport',
    'https://page.test/',
    {
      chromium: withStatus('fixed deviation'),
      firefox: withStatus('unstable'),
      webkit: withStatus('unsupported', {
        verdict: 'unsupported',
        reason: 'WebTransport is not defined',
      }),
    },
    { expected: 'allowed' },
  ),
  caseOf(
    'blocked-looks-like-400',
    'fetch',
    'https://third.test/y',
    {
      chromium: withStatus('expected differs from spec'),
      firefox: observation(),
    },
    { expected: 'allowed' },
  ),
  caseOf(
    'hostile-text',
    hostile,
    `https://third.test/${hostile}`,
    {
      chromium: observation({
        reason: hostile,
        evidence: {
          console: [hostile],
          control: hostile,
          outcome: {
            shape: hostile,
            steps: [
              { at: 1, step: 'throw', name: hostile, detail: { message: hostile, [hostile]: hostile } },
            ],
          },
          violations: [{ at: 1, target: hostile, fields: { ...violationFields, sample: hostile } }],
          reports: [{ at: 2, contentType: hostile, url: hostile, body: { [hostile]: hostile } }],
        },
      }),
      firefox: withStatus('new deviation', {
        kind: 'compatibility',
        facets: { enforcement: { result: 'deviates', spec: hostile, observed: hostile } },
      }),
      webkit: observation(),
    },
    { options: { hostile } },
  ),
];

/** The synthetic results, hostile strings included. */
export const results: Results = {
  schemaVersion: 1,
  generator: 'connect-src-conformance (synthetic fixture)',
  startedAt: '2026-01-02T03:04:05Z',
  finishedAt: '2026-01-02T03:14:05Z',
  corpus: { hash: 'synthetic', scenarios: 6, selected: 6 },
  shards: { total: 3, present: [1, 3] },
  missing: [
    { scenario: 'blocked-looks-like-400', browser: 'webkit', reason: 'shard 2 of 3 is missing' },
    { scenario: 'never-ran', browser: 'chromium', reason: 'the browser did not start' },
  ],
  browsers,
  deviations: [
    {
      id: 'webkit-redirect-leak',
      browser: 'webkit',
      facet: 'enforcement',
      kind: 'security',
      spec: 'blocked',
      observed: 'leaked',
      cause: 'A redirect to a host that is not listed is followed before the policy is asked.',
      link: 'https://bugs.webkit.org/show_bug.cgi?id=1',
    },
    {
      id: 'webkit-double-event',
      browser: 'webkit',
      facet: 'violation',
      kind: 'reporting',
      spec: '1 event',
      observed: '2 events',
      cause: 'The event is fired twice for XMLHttpRequest.',
      link: null,
    },
    {
      id: 'firefox-unseen',
      browser: 'firefox',
      facet: 'enforcement',
      kind: 'compatibility',
      spec: 'allowed',
      observed: 'blocked',
      cause: 'A recorded deviation that no case of this run touches.',
      link: 'csp#332',
    },
  ],
  disputes: [
    {
      id: 'https-source-websocket',
      issue: 'csp#332',
      text: 'an https source covers wss',
      shared: 'do not let it',
    },
  ],
  scenarios: [
    scenarioOf('host-must-match', 'A host that is not listed is not contacted', 'hosts', {
      sources: ['csp#41', 'https://example.com/bug'],
    }),
    scenarioOf('websocket-schemes', 'An https source covers secure WebSockets', 'schemes', {
      documents: [
        {
          id: '1',
          page: 'https://page.test/',
          context: 'blob-worker',
          policy: ['connect-src https:', "default-src 'self'"],
          reportOnly: ["connect-src 'none'"],
          meta: ["connect-src 'self'"],
          creator: { policy: ["connect-src 'none'"], reportOnly: [], meta: [] },
          note: 'the meta stands in body',
        },
      ],
    }),
    scenarioOf('blocked-looks-like-400', 'A blocked request looks like an HTTP 400 response', 'claims', {
      claim: {
        page: 'content-security-policy.com',
        url: 'https://content-security-policy.com/connect-src/',
        statement: 'A blocked request looks like a response with status 400',
      },
    }),
    scenarioOf('never-ran', 'A scenario that has no case', 'hosts'),
    scenarioOf('hostile-text', hostile, hostile, {
      sources: [hostile],
      claim: { page: hostile, url: 'javascript:window.pwned=1', statement: hostile },
      documents: [
        {
          id: '1',
          page: `https://page.test/${hostile}`,
          context: hostile,
          policy: [hostile],
          reportOnly: [hostile],
          meta: [hostile],
          note: hostile,
        },
      ],
    }),
    scenarioOf('../../outside', 'A scenario whose id looks like a path', 'hosts'),
  ],
  cases: everyStatus,
};

/** `scenarios` × `casesEach` synthetic cases in three browsers, one in fifty deviating. */
export function manyCases(scenarios: number, casesEach: number): Results {
  const ids = Array.from({ length: scenarios }, (_, index) => `synthetic-${index}`);
  return {
    ...results,
    missing: [],
    scenarios: ids.map((id, index) => scenarioOf(id, `Synthetic scenario ${index}`, `rule-${index % 30}`)),
    cases: ids.flatMap((id, scenario) =>
      Array.from({ length: casesEach }, (_, index) =>
        caseOf(
          id,
          ['fetch', 'WebSocket', 'EventSource', 'sendBeacon'][index % 4] ?? 'fetch',
          `https://third.test/${index}`,
          {
            chromium: observation(),
            firefox: (scenario + index) % 50 === 0 ? leaked('new deviation') : observation(),
            webkit: observation(),
          },
        ),
      ),
    ),
  };
}
