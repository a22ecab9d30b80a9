import { z } from 'zod';
import { browserName } from './browser-name.ts';
import { deviationRecord, disputeRecord, timelineRecord } from './recorded-schema.ts';
import { connectionFields, scenarioRecord } from './scenario-schema.ts';
import { decision, deviationKind, facetName, status, verdict } from './verdict.ts';

export {
  type DeviationRecord,
  deviationRecord,
  disputeRecord,
  type PublicReport,
  publicReport,
  type ReproductionRecord,
  sighting,
  type TimelineRecord,
  upstreamFix,
} from './recorded-schema.ts';
export {
  type DocumentRecord,
  documentRecord,
  type ScenarioRecord,
  scenarioRecord,
} from './scenario-schema.ts';

/** The version of the results format; raised when a reader of the old format would misread the new one. */
export const SCHEMA_VERSION = 3;

const step = z.strictObject({
  anchor: z.string().describe('The specification step, as CSP#match-ports'),
  what: z.string().describe('What the step asks, in words'),
  operands: z.string().optional().describe('What it was asked about'),
  outcome: z.string().describe('What it answered'),
});
export type StepRecord = z.infer<typeof step>;

export const violationFields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** One line of what script saw of a connection; `at` is in milliseconds after the call. */
export const outcomeStep = z.strictObject({
  at: z.number(),
  step: z.enum(['return', 'throw', 'resolve', 'reject', 'event']),
  name: z.string().describe('The value, the exception, or the event, short'),
  detail: z.record(z.string(), z.unknown()).optional().describe('Message, ready state, status, close code …'),
});

export const networkEntry = z.strictObject({
  at: z.number().describe('Milliseconds after the call'),
  kind: z.string().describe('request, preflight, redirect, handshake or quic'),
  hop: z.number().int(),
  method: z.string(),
  url: z.string(),
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
});

const facet = z.strictObject({
  result: z.enum(['conforms', 'deviates', 'not judged']),
  spec: z.string().describe('What the specification says, in one line'),
  observed: z.string().describe('What was seen, in one line'),
  differences: z
    .array(z.string())
    .optional()
    .describe('What deviates, where it is more than one thing; each can have a cause of its own'),
  deviations: z
    .array(z.string())
    .optional()
    .describe('The known deviations that explain it, or a part of it'),
  unexplained: z
    .array(z.string())
    .optional()
    .describe('What deviates of it and is not recorded; absent where all of it is'),
});

const openControl = z.strictObject({
  missing: z.string().nullable().describe('What the browser lacks, where it says so itself'),
  failed: z.string().nullable().describe('Why its document could not run'),
  worked: z
    .boolean()
    .describe('It reached its server, or, where script is the witness, was given its response'),
  arrived: z.boolean().describe('It reached its server'),
  unhandled: z.boolean().describe('A service worker had to be given its request, and was not'),
  handlesOthers: z.boolean().describe('Its service worker was given the request of another control'),
  shape: z.string().describe('What script saw: the shapes of its steps'),
});
export type OpenControlRecord = z.infer<typeof openControl>;

const closedControl = z.strictObject({
  failed: z.string().nullable().describe('Why its document could not run'),
  violations: z.number().int().describe('How many violation events were fired'),
  shape: z.string().describe('What script saw: the shapes of its steps'),
});
export type ClosedControlRecord = z.infer<typeof closedControl>;

const controls = z
  .strictObject({
    open: openControl.nullable().describe('Of the one without a policy; null where it was not run'),
    closed: closedControl.nullable().describe('Of the one whose policy blocks it; null where it was not run'),
    words: z.string().optional().describe('In results of version 2, which had words only'),
  })
  .describe('What the controls of this mechanism and target did');
export type Controls = z.infer<typeof controls>;

/** What one browser did with one case, and how that was judged. */
export const observation = z.strictObject({
  verdict,
  reason: z.string().describe('Which evidence the verdict follows from'),
  status,
  kind: deviationKind.optional().describe('What the deviation means, where there is one'),
  facets: z.record(facetName, facet),
  evidence: z.strictObject({
    outcome: z.strictObject({
      shape: z.string().describe('The steps in one line, without messages'),
      steps: z.array(outcomeStep),
      timing: z
        .array(z.string())
        .optional()
        .describe('Which fields of its Resource Timing entry say something; absent where it has none'),
    }),
    network: z.array(networkEntry),
    violations: z.array(z.strictObject({ at: z.number(), target: z.string(), fields: violationFields })),
    reports: z.array(
      z.strictObject({
        at: z.number(),
        contentType: z.string(),
        url: z.string(),
        cookie: z.string().optional(),
        body: z.unknown(),
      }),
    ),
    observedReports: z
      .array(z.strictObject({ type: z.string(), url: z.string(), body: z.record(z.string(), z.unknown()) }))
      .optional()
      .describe('What a ReportingObserver was given; absent where none was asked, or the browser has none'),
    console: z.array(z.string()).nullable().describe('null where this browser gives no console'),
    control: controls,
  }),
});
export type Observation = z.infer<typeof observation>;

/** What happened to the rig, and decided nothing: it is told so that nothing is done, or refused, in silence. */
const incident = z.strictObject({
  scenario: z.string(),
  browser: browserName,
  kind: z.enum(['run again', 'browser lost', 'stray']),
  what: z.string().describe('In words'),
});
export type Incident = z.infer<typeof incident>;

export const caseRecord = z.strictObject({
  id: z.string().describe('scenario/document/mechanism/target'),
  scenario: z.string(),
  document: z.string(),
  ...connectionFields,
  expected: decision,
  spec: z.strictObject({
    verdict: decision,
    by: z.string().nullable().describe('What blocks: csp, mixed-content …'),
    directive: z.string().nullable(),
    matched: z.string().nullable(),
    blockedAtHop: z.number().int().nullable(),
    disputed: z.array(z.string()),
    violations: z.array(violationFields),
    derivation: z.string().describe('The id of the steps that lead there, in `derivations`'),
  }),
  observed: z.record(browserName, observation).describe('By browser name'),
});
export type CaseRecord = z.infer<typeof caseRecord>;

export const browserRecord = z.strictObject({
  name: browserName,
  engine: z.enum(['chromium', 'firefox', 'webkit']),
  version: z.string(),
  os: z.string(),
  drivenBy: z.string(),
  comparedWith: z
    .string()
    .optional()
    .describe('The version that the known deviations were recorded with, where it is another one'),
});
export type BrowserRecord = z.infer<typeof browserRecord>;

/** `results.json`: the one record of a run. Everything shown is made from it. */
export const results = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  generator: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  corpus: z.strictObject({
    hash: z.string(),
    scenarios: z.number().int(),
    selected: z.number().int(),
    file: z
      .string()
      .optional()
      .describe('The scenario file, where it is one from outside; relative to where the run was started'),
  }),
  shards: z.strictObject({ total: z.number().int(), present: z.array(z.number().int()) }).optional(),
  /** Scenario × browser pairs that have no result, and why: nothing is silently absent. */
  missing: z.array(z.strictObject({ scenario: z.string(), browser: browserName, reason: z.string() })),
  incidents: z
    .array(incident)
    .optional()
    .describe(
      'Scenarios that ran again, browsers that were lost, and requests that were refused; absent where none',
    ),
  browsers: z.array(browserRecord),
  deviations: z.array(deviationRecord),
  timelines: z
    .array(timelineRecord)
    .optional()
    .describe('What was measured of other versions; absent where nothing was'),
  disputes: z.array(disputeRecord),
  /** What many cases share stands once, under an id made of its content: tables of several runs can simply be united. */
  steps: z.record(z.string(), step).describe('The steps the oracle took, by their ids'),
  derivations: z
    .record(z.string(), z.array(z.string()))
    .describe('The ids of the steps that lead to an answer, in their order, by the ids that cases name'),
  scenarios: z.array(scenarioRecord),
  cases: z.array(caseRecord),
});
export type Results = z.infer<typeof results>;
