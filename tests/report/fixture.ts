import type { CaseRecord, Results } from '../../harness/results/schema.ts';
import { hostile } from './hostile.ts';
import {
  caseOf,
  derivations,
  leaked,
  observation,
  scenarioOf,
  violationFields,
  withStatus,
} from './synthetic-cases.ts';

/** A synthetic run: no browser did any of this. It holds every status, every facet and every witness once at least. */

const browsers: Results['browsers'] = [
  { name: 'chromium', engine: 'chromium', version: '156.0.0.1', os: 'Synthetic 1', drivenBy: 'a fixture' },
  { name: 'firefox', engine: 'firefox', version: '153.0', os: 'Synthetic 1', drivenBy: 'a fixture' },
  { name: 'webkit', engine: 'webkit', version: '2.50.1', os: 'Synthetic 1', drivenBy: 'a fixture' },
];

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
          control: {
            open: {
              missing: hostile,
              failed: hostile,
              worked: true,
              arrived: true,
              unhandled: false,
              handlesOthers: false,
              shape: hostile,
            },
            closed: { failed: hostile, violations: 1, shape: hostile },
          },
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
  schemaVersion: 3,
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
      since: { version: '17', date: '2026-01-01' },
      links: [{ url: 'https://bugs.webkit.org/show_bug.cgi?id=1', tells: 'same' }],
      lookedUp: '2026-01-02',
      fixed: null,
    },
    {
      id: 'webkit-double-event',
      browser: 'webkit',
      facet: 'violation',
      kind: 'reporting',
      spec: '1 event',
      observed: '2 events',
      cause: 'The event is fired twice for XMLHttpRequest.',
      since: { version: '17', date: '2026-01-01' },
      links: [],
      lookedUp: '2026-01-02',
      fixed: null,
      seen: { oldest: '2.38', since: '2.44', notIn: '2.42', lackedIn: null, until: '2.54', last: '2.50.1' },
    },
    {
      id: 'firefox-unseen',
      browser: 'firefox',
      facet: 'enforcement',
      kind: 'compatibility',
      spec: 'allowed',
      observed: 'blocked',
      cause: 'A recorded deviation that no case of this run touches.',
      since: { version: '17', date: '2026-01-01' },
      links: [{ url: 'https://github.com/w3c/webappsec-csp/issues/332', tells: 'related' }],
      lookedUp: '2026-01-02',
      fixed: null,
    },
  ],
  timelines: [
    {
      product: 'webkitgtk',
      browsers: ['webkit'],
      range: [
        'webkitgtk-2.38',
        'webkitgtk-2.40',
        'webkitgtk-2.42',
        'webkitgtk-2.44',
        'webkitgtk-2.46',
        'webkit',
      ],
      versions: [
        { name: 'webkitgtk-2.38', version: '2.38.6', date: '2026-01-01' },
        { name: 'webkitgtk-2.42', version: '2.42.5', date: '2026-01-01' },
        { name: 'webkitgtk-2.44', version: '2.44.4', date: '2026-01-01' },
        { name: 'webkit', version: '2.50.1', date: '2026-01-02' },
      ],
      complete: false,
      deviations: [
        {
          id: 'webkit-double-event',
          case: 'host-must-match/1/XMLHttpRequest/https://third.test/x',
          line: 'violation: 2 events',
        },
        { id: hostile, case: `hostile-text/1/${hostile}/https://third.test/${hostile}`, line: hostile },
      ],
      mechanisms: {
        XMLHttpRequest: 'host-must-match/1/XMLHttpRequest/https://third.test/x',
        [hostile]: `hostile-text/1/${hostile}/https://third.test/${hostile}`,
      },
      seen: {
        'host-must-match/1/XMLHttpRequest/https://third.test/x': {
          'webkitgtk-2.38': [],
          'webkitgtk-2.42': [],
          'webkitgtk-2.44': ['violation: 2 events'],
          webkit: [],
        },
        [`hostile-text/1/${hostile}/https://third.test/${hostile}`]: {
          'webkitgtk-2.38': ['unsupported'],
          'webkitgtk-2.42': null,
          webkit: [hostile],
        },
      },
    },
  ],
  disputes: [
    {
      id: 'https-source-websocket',
      issue: 'csp#332',
      text: 'An https source covers wss.',
      shared: 'It does not.',
    },
  ],
  ...derivations,
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
        shows: { in: 'outcome', words: 'status 400' },
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
