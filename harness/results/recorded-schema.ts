import { z } from 'zod';
import { browserName } from './browser-name.ts';
import { connectionFields, documentRecord } from './scenario-schema.ts';
import { decision, deviationKind, facetName } from './verdict.ts';

/** A link that a reader may follow: none runs script. */
const webLink = z.url({ protocol: /^https?$/, error: 'only http(s) links' });

/** A public report of a deviation. */
export const publicReport = z.strictObject({
  url: webLink,
  tells: z
    .enum(['same', 'related'])
    .describe('Whether it is about the same behaviour, or about something related'),
});
export type PublicReport = z.infer<typeof publicReport>;

/** A browser version in which something was seen, and the day. */
export const sighting = z.strictObject({ version: z.string(), date: z.iso.date() });

/** A change of a browser's source, and the day it was merged. */
export const upstreamFix = z.strictObject({ date: z.iso.date(), url: webLink });

/** The smallest document that shows a deviation, as `npx connect-src reproduce` shrank it. */
const reproductionRecord = z.strictObject({
  version: z.string().describe('The version it was shrunk in'),
  observed: z.string().describe('The line of the deviation that it shows'),
  document: documentRecord,
  ...connectionFields,
  spec: z
    .strictObject({
      verdict: decision,
      by: z.string().nullable().describe('What blocks: csp, mixed-content …'),
      derivation: z.string().describe('The id of the steps that lead there, in `derivations`'),
    })
    .describe('What the specification says of it'),
});
export type ReproductionRecord = z.infer<typeof reproductionRecord>;

/**
 * A deviation as recorded in `scenarios/expectations/`, carried along so that a report needs no other file.
 */
export const deviationRecord = z.strictObject({
  id: z.string(),
  browser: browserName,
  facet: facetName,
  kind: deviationKind,
  spec: z.string(),
  observed: z.string(),
  cause: z.string(),
  since: sighting.nullable().describe('Where it was measured first; null where nobody has explained it'),
  links: z.array(publicReport),
  lookedUp: z.iso.date().nullable().describe('When public trackers were searched for it; null: not yet'),
  fixed: upstreamFix.nullable().describe('Where the source of the browser was changed for it'),
  seen: z
    .strictObject({
      oldest: z.string().describe('The oldest version that was measured'),
      since: z.string().nullable().describe('The first that shows it; null: the oldest does'),
      until: z.string().nullable().describe('The first that shows it no more; null: the newest still does'),
      notIn: z.string().nullable().describe('The last measured before that, where it had what is tested'),
      lackedIn: z
        .string()
        .nullable()
        .describe('The last measured before that, where it lacked what is tested'),
      last: z.string().optional().describe('The last that shows it'),
    })
    .optional()
    .describe('In which versions it was measured, where there is a timeline'),
  reproduction: reproductionRecord.optional().describe('Absent where none is recorded'),
});
export type DeviationRecord = z.infer<typeof deviationRecord>;

/**
 * What was measured of the versions of a product, as `npx connect-src timeline` did, as far as it is about cases that are
 * in these results.
 */
export const timelineRecord = z.strictObject({
  product: z.string(),
  browsers: z.array(browserName).describe('The browsers of these results that it speaks of'),
  range: z
    .array(z.string())
    .describe(
      'The versions that could be measured, the oldest first: by name, also those that were left out',
    ),
  versions: z
    .array(z.strictObject({ name: z.string(), version: z.string(), date: z.iso.date() }))
    .describe('Those that were measured, the oldest first'),
  complete: z
    .boolean()
    .describe('Whether every change is known between two versions of the range that follow each other'),
  deviations: z
    .array(z.strictObject({ id: z.string(), case: z.string(), line: z.string() }))
    .describe('The case that stands for a recorded deviation, and the line by which it shows it'),
  mechanisms: z
    .record(z.string(), z.string())
    .describe('The case that stands for a mechanism, by the name of the mechanism'),
  seen: z
    .record(z.string(), z.record(z.string(), z.array(z.string()).nullable()))
    .describe(
      'By case and name of a version, what was seen that the specification does not say; null: it could not be told',
    ),
});
export type TimelineRecord = z.infer<typeof timelineRecord>;

export const disputeRecord = z.strictObject({
  id: z.string(),
  issue: z.string(),
  text: z.string().describe('What the text says'),
  shared: z.string().describe('What the browsers do'),
});
