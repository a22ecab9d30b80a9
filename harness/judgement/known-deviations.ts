import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { corpusFolder, readCorpusFile } from './corpus-file.ts';
import { disputeRecord } from './results.ts';
import { deviationKind, facetName } from './verdict.ts';

/**
 * One cause, and all the cases it explains. Written by `npx connect-src record` from a run; its words come from
 * `scenarios/deviation-causes.json`.
 */
export const knownDeviation = z.strictObject({
  id: z.string(),
  facet: facetName,
  kind: deviationKind,
  spec: z.string(),
  cause: z.string(),
  link: z.string().nullable(),
  /** Each line that was seen of it → the cases that show it: scenario id → the rest of their ids. */
  observed: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
});
export type KnownDeviation = z.infer<typeof knownDeviation>;

/** What one case shows of a known deviation. */
export interface RecordedLine extends Pick<KnownDeviation, 'id' | 'facet'> {
  readonly observed: string;
}

export const deviationsFile = z.strictObject({
  browser: z.string(),
  measuredWith: z.string(),
  deviations: z.array(knownDeviation),
});
export type DeviationsFile = z.infer<typeof deviationsFile>;

export const disputesFile = z.strictObject({ disputes: z.array(disputeRecord) });
export type DisputesFile = z.infer<typeof disputesFile>;

const folder = new URL('known-deviations/', corpusFolder);

/** Where a browser's known deviations are kept. */
export const deviationsPath = (browser: string): URL => new URL(`${browser}.json`, folder);

/** Whether a browser has known deviations of its own. */
export const hasDeviations = (browser: string): boolean => readdirSync(folder).includes(`${browser}.json`);

/** The known deviations of a browser; none where it has no file. @throws UserError when the file is not what it should be */
export const readDeviations = (browser: string): KnownDeviation[] =>
  hasDeviations(browser)
    ? readCorpusFile(
        `known-deviations/${browser}.json`,
        deviationsFile,
        'Mend the entry, or write the file again: npx connect-src record',
      ).deviations
    : [];

/** The points where the text and browsers part, with their issues. @throws UserError when the file is not what it should be */
export const readDisputes = (): z.infer<typeof disputeRecord>[] =>
  readCorpusFile('disputed.json', disputesFile).disputes;

/** Looks up what is recorded of a case. */
export interface Deviations {
  /** Whether a line that a case does not show any more is a finding. */
  readonly mustShow: boolean;
  of(caseId: string): readonly RecordedLine[];
}

/** The recorded deviations, by the cases they name. */
export class DeviationIndex implements Deviations {
  #byCase = new Map<string, RecordedLine[]>();

  readonly mustShow: boolean;

  /** @param own whether they were recorded with this browser: then one that is no longer seen is a finding */
  constructor(deviations: readonly KnownDeviation[], own = true) {
    this.mustShow = own;
    for (const { id, facet, observed: lines } of deviations)
      for (const [observed, cases] of Object.entries(lines))
        for (const [scenario, rest] of Object.entries(cases))
          for (const one of rest) {
            const key = `${scenario}/${one}`;
            this.#byCase.set(key, [...(this.#byCase.get(key) ?? []), { id, facet, observed }]);
          }
  }

  /** All lines recorded of this case. */
  of(caseId: string): readonly RecordedLine[] {
    return this.#byCase.get(caseId) ?? [];
  }
}

/** The same lookup for scenarios from outside, whose cases no entry can name: by what was seen, but never for enforcement. */
export class SignatureIndex implements Deviations {
  readonly #lines: readonly RecordedLine[];

  constructor(deviations: readonly KnownDeviation[]) {
    this.#lines = deviations
      .filter(({ facet }) => facet !== 'enforcement')
      .flatMap(({ id, facet, observed }) =>
        Object.keys(observed).map((line) => ({ id, facet, observed: line })),
      );
  }

  readonly mustShow = false;

  /** Every line. */
  of(): readonly RecordedLine[] {
    return this.#lines;
  }
}
