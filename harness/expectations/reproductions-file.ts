import { z } from 'zod';
import { expand } from '../plan/expand.ts';
import type { PlannedScenario } from '../plan/plan.ts';
import { type DocumentSource, document } from '../plan/scenario.ts';
import { readExpectations } from './expectations-file.ts';

const explored = document
  .omit({ allows: true, blocks: true, refuses: true })
  .extend({ targets: z.array(z.looseObject({ url: z.string() })) });

/** The smallest document that shows each recorded cause, a browser. */
export const reproductionsFile = z.strictObject({
  reproductions: z.array(
    z.strictObject({
      cause: z.string(),
      browser: z.string(),
      version: z.string(),
      says: z.string().describe('What differs, as a probe says it'),
      document: explored,
    }),
  ),
});
export type Reproductions = z.infer<typeof reproductionsFile>['reproductions'];

/** The name of the file, in `scenarios/expectations/`. */
export const REPRODUCTIONS = 'reproductions.json';

/**
 * The name of the file with what exploring found of a recorded cause in other words: documents of which nothing can be taken
 * either, and which a maintainer has filed under that cause.
 */
export const REDISCOVERIES = 'rediscoveries.json';

/** Reads these. @throws UserError when the file is not what it should be */
export const readRediscoveries = (): Reproductions =>
  readExpectations(
    REDISCOVERIES,
    reproductionsFile,
    'Write it anew: npx connect-src accept <id> --as <cause>',
  ).reproductions;

/** Reads the smallest document of each cause. @throws UserError when the file is not what it should be */
export const readReproductions = (): Reproductions =>
  readExpectations(REPRODUCTIONS, reproductionsFile, 'Write it again: npx connect-src reproduce')
    .reproductions;

/** A reproduction as it is played: a scenario with one document and one connection. */
export interface PlannedReproduction extends Pick<Reproductions[number], 'version' | 'says'> {
  planned: PlannedScenario;
}

/**
 * The reproductions of a browser, by the ids of their causes.
 *
 * @throws UserError when the file is not what it should be, or a document cannot be played
 */
export const reproductionsOf = (browser: string): Map<string, PlannedReproduction> =>
  new Map(
    readReproductions()
      .filter((one) => one.browser === browser)
      .map(({ cause, version, says, document }) => [
        cause,
        { version, says, planned: plan(cause, document) },
      ]),
  );

const plan = (cause: string, { targets, ...document }: Reproductions[number]['document']): PlannedScenario =>
  expand(
    { id: 'reproduction', title: cause, documents: [{ ...document, allows: targets } as DocumentSource] },
    'reproductions',
    `scenarios/expectations/${REPRODUCTIONS}: ${cause}`,
  );
