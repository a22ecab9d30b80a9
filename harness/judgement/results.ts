import { z } from 'zod';
import { claim } from '../plan/scenario.ts';
import { decision, deviationKind, facetName, status, verdict } from './verdict.ts';

/** The version of the results format; raised when a reader of the old format would misread the new one. */
export const SCHEMA_VERSION = 2;

const step = z.strictObject({
  anchor: z.string().describe('The specification step, as CSP#match-ports'),
  what: z.string().describe('What the step asks, in words'),
  operands: z.string().optional().describe('What it was asked about'),
  outcome: z.string().describe('What it answered'),
});
export type StepRecord = z.infer<typeof step>;

const violationFields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** One line of what script saw of a connection; `at` is in milliseconds after the call. */
const outcomeStep = z.strictObject({
  at: z.number(),
  step: z.enum(['return', 'throw', 'resolve', 'reject', 'event']),
  name: z.string().describe('The value, the exception, or the event, short'),
  detail: z.record(z.string(), z.unknown()).optional().describe('Message, ready state, status, close code …'),
});

const networkEntry = z.strictObject({
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
    control: z.string().describe('What the control of this mechanism and target did'),
  }),
});
export type Observation = z.infer<typeof observation>;

const policies = {
  policy: z.array(z.string()),
  reportOnly: z.array(z.string()),
  meta: z.array(z.string()),
};

export const documentRecord = z.strictObject({
  id: z.string(),
  page: z.string().describe('The URL the document (or the creator of the global) was opened at'),
  context: z.string(),
  ...policies,
  creator: z.strictObject(policies).optional(),
  note: z
    .string()
    .optional()
    .describe('What else sets this document apart: where its meta stands, its sandbox …'),
});
export type DocumentRecord = z.infer<typeof documentRecord>;

export const scenarioRecord = z.strictObject({
  id: z.string(),
  title: z.string(),
  rule: z.string().describe('The file of the corpus it stands in'),
  spec: z.string().optional(),
  claim: claim.optional(),
  sources: z.array(z.string()).optional().describe('Public pages or bugs this scenario comes from'),
  documents: z.array(documentRecord),
});
export type ScenarioRecord = z.infer<typeof scenarioRecord>;

export const caseRecord = z.strictObject({
  id: z.string().describe('scenario/document/mechanism/target'),
  scenario: z.string(),
  document: z.string(),
  mechanism: z.string(),
  url: z.string(),
  redirects: z.array(z.strictObject({ status: z.number(), to: z.string() })),
  options: z.record(z.string(), z.unknown()).describe('What else the connection or its target was told'),
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
  observed: z.record(z.string(), observation).describe('By browser name'),
});
export type CaseRecord = z.infer<typeof caseRecord>;

export const browserRecord = z.strictObject({
  name: z.string(),
  engine: z.enum(['chromium', 'firefox', 'webkit']),
  version: z.string(),
  os: z.string(),
  drivenBy: z.string(),
});
export type BrowserRecord = z.infer<typeof browserRecord>;

/** A deviation as recorded in `scenarios/known-deviations/<browser>.json`, carried along so that a report needs no other file. */
export const deviationRecord = z.strictObject({
  id: z.string(),
  browser: z.string(),
  facet: facetName,
  kind: deviationKind,
  spec: z.string(),
  observed: z.string(),
  cause: z.string(),
  link: z.string().nullable(),
});
export type DeviationRecord = z.infer<typeof deviationRecord>;

export const disputeRecord = z.strictObject({
  id: z.string(),
  issue: z.string(),
  text: z.string().describe('What the text says'),
  shared: z.string().describe('What the browsers do'),
});

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
  missing: z.array(z.strictObject({ scenario: z.string(), browser: z.string(), reason: z.string() })),
  browsers: z.array(browserRecord),
  deviations: z.array(deviationRecord),
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
