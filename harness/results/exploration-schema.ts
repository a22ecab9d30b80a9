import { z } from 'zod';
import { browserName } from './browser-name.ts';
import { facetName } from './verdict.ts';

/** The version of the file's format; raised when an older reader would misread a newer file. */
export const EXPLORATION_VERSION = 1;

const count = z.number().int().nonnegative();

/** How often an invariant was asked about, broken, and broken where no deviation from the specification explains it. */
const tally = z.strictObject({ asked: count, broken: count, unexplained: count });
export type Tally = z.infer<typeof tally>;

/** A generated document. How it is played is the explorer's affair: here it is kept and shown. */
const generated = z.looseObject({
  by: z.union([z.string(), z.array(z.string())]),
  targets: z.array(z.looseObject({ url: z.string() })),
});

/** A finding that was shrunk, and seen twice in a fresh browser. */
const discovery = z.strictObject({
  id: z.string().describe('The same for the same finding, whatever its hosts are called'),
  kind: z.enum(['specification', 'differential', 'invariant']).describe('What it was compared with'),
  says: z.string().describe('What differs, in a line'),
  deviation: z
    .strictObject({ facet: facetName, line: z.string() })
    .optional()
    .describe('Of one against the specification: the side that deviates, and what was seen of it'),
  again: z.string().optional().describe('The cause that was to be forgotten, and that this is'),
  browsers: z.record(browserName, z.string()).describe('Those that show it, with their versions'),
  document: generated.describe('The smallest that shows it'),
});

/** What an exploration did and found: `exploration.json`. */
export const exploration = z.strictObject({
  explorationVersion: z.literal(EXPLORATION_VERSION),
  startedAt: z.iso.datetime(),
  seed: count.describe('Where the documents begin; the same seed generates the same ones'),
  minutes: z.number().positive().describe('The budget'),
  documents: count.describe('Generated, without the variants that they are compared with'),
  browsers: z
    .record(
      browserName,
      z.strictObject({
        version: z.string(),
        verdicts: count,
        seconds: z.number().nonnegative().describe('Of opening generated documents and their variants'),
      }),
    )
    .describe('What each did'),
  invariants: z.record(
    z.string(),
    z.strictObject({
      states: z.string().describe('In one sentence'),
      spec: z.string().describe('The step of a specification that it follows from'),
      ...tally.shape,
    }),
  ),
  known: z.record(z.string(), count).describe('Shrunk to what a recorded cause is known by: how often'),
  unstable: z.array(z.string()).describe('Shrunk, but not seen again in a fresh browser'),
  left: count.describe(
    'Found, and not shrunk: there was no time, or too much that is less like what was found before',
  ),
  discoveries: z.array(discovery).describe('What is new'),
});
export type ExplorationRecord = z.infer<typeof exploration>;

/** The JSON Schema of `exploration.json`. */
export const explorationSchema = (): object => ({
  title: `connect-src exploration, version ${EXPLORATION_VERSION}`,
  ...z.toJSONSchema(exploration, { target: 'draft-2020-12', io: 'input' }),
});
