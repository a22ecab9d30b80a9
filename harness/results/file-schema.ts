import { z } from 'zod';
import { caseRecord, networkEntry, observation, outcomeStep, results, violationFields } from './schema.ts';
import { status, verdict } from './verdict.ts';

const id = z.string();
const value = violationFields.valueType;
const { facets, kind, reason, evidence } = observation.shape;
const { outcome, reports, observedReports, control } = evidence.shape;
const verbatim = z
  .literal(true)
  .optional()
  .describe('Its texts hold {case} or {document} themselves: nothing stands for an id in them');

/** What one browser did with one case. Where a list is absent, it is empty. */
const filedObservation = z.strictObject({
  verdict,
  status,
  judged: id.describe('In the table `judged`'),
  outcome: id.describe('In the table `outcomes`'),
  network: id.optional().describe('In the table `network`'),
  violations: z.array(id).optional().describe('In the table `events`'),
  reports: id.optional().describe('In the table `reports`'),
  observedReports: id.optional().describe('In the table `observedReports`'),
  console: id
    .nullable()
    .optional()
    .describe('In the table `consoles`; null where this browser gives no console'),
  control: id.describe('In the table `controls`'),
  at: z
    .array(z.number())
    .describe(
      'Milliseconds after the call: of each step of script, network entry, event and report, in this order',
    ),
  verbatim,
});
export type FiledObservation = z.infer<typeof filedObservation>;

const {
  verdict: decision,
  by,
  directive,
  matched,
  blockedAtHop,
  disputed,
  derivation,
} = caseRecord.shape.spec.shape;
const { scenario, document, redirects, options } = caseRecord.shape;

/** A case. What is empty or null is absent. */
const filedCase = caseRecord.extend({
  scenario: scenario.optional().describe('Absent where it is what the id begins with, up to its first slash'),
  document: document
    .optional()
    .describe('Absent where it is what the id begins with, up to its second slash'),
  redirects: redirects.default([]),
  options: options.default({}),
  spec: z.strictObject({
    verdict: decision,
    by: by.default(null),
    directive: directive.default(null),
    matched: matched.default(null),
    blockedAtHop: blockedAtHop.default(null),
    disputed: disputed.default([]),
    violations: z.array(id).default([]).describe('In the table `events`'),
    derivation,
    verbatim,
  }),
  observed: z.record(z.string(), filedObservation).describe('By browser name'),
});
export type FiledCase = z.infer<typeof filedCase>;
export type FiledCaseAsWritten = z.input<typeof filedCase>;

const table = <T extends z.ZodType>(content: T) => z.record(id, content);

/**
 * What many cases and browsers have alike, each under an id made of its content. In the texts `{case}` stands for the id
 * of the case that names an entry, and `{document}` for that of its document.
 */
const tables = z.strictObject({
  judged: table(z.strictObject({ reason, kind, facets })),
  outcomes: table(outcome.extend({ steps: z.array(outcomeStep.omit({ at: true })) })),
  network: table(z.array(networkEntry.omit({ at: true }))),
  reports: table(z.array(reports.element.omit({ at: true }))),
  observedReports: table(observedReports.unwrap()),
  consoles: table(z.array(z.string())),
  controls: table(control),
  events: table(
    z.strictObject({
      like: id.describe('In the table `eventFrames`: all other fields'),
      documentURI: value.optional(),
      blockedURI: value.optional(),
      originalPolicy: value.optional(),
    }),
  ),
  eventFrames: table(z.strictObject({ target: z.string().optional(), fields: violationFields })),
});
export type Tables = z.infer<typeof tables>;

/** `results.json` as it is on disk: what is alike is in tables. {@link fileResults} makes it, {@link spellOut} reads it. */
export const resultsFile = results.extend({ tables, cases: z.array(filedCase) });
export type ResultsFile = z.infer<typeof resultsFile>;
export type ResultsFileAsWritten = z.input<typeof resultsFile>;
