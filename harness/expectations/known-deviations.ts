import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { type DeviationRecord, disputeRecord } from '../results/schema.ts';
import { deviationKind, facetName } from '../results/verdict.ts';
import { type CauseFacts, type DeviationCause, factsOf, readCauses, unexplainedFacts } from './causes.ts';
import { expectationsError, expectationsFolder, readExpectations } from './expectations-file.ts';
import type { PlannedReproduction } from './reproductions-file.ts';

/**
 * All the cases that one cause explains in one browser, as `npx connect-src record` writes them from a run. The cause is
 * in `scenarios/expectations/causes/`, under the same id.
 */
const recordedDeviation = z.strictObject({
  id: z.string(),
  facet: facetName,
  kind: deviationKind,
  spec: z.string(),
  /** Set where no cause explains it: it was grouped by what was seen. */
  unexplained: z.literal(true).optional(),
  /** Each line that was seen of it → the cases that show it: scenario id → the rest of their ids. */
  observed: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
});
export type RecordedDeviation = z.infer<typeof recordedDeviation>;

/** The same with its cause. */
export type KnownDeviation = Omit<RecordedDeviation, 'unexplained'> &
  CauseFacts &
  Pick<DeviationCause, 'sometimes'> &
  Pick<DeviationRecord, 'seen'> & { reproduction?: PlannedReproduction };

/** What one case shows of a known deviation, or shows sometimes. */
export interface RecordedLine extends Pick<KnownDeviation, 'id' | 'facet' | 'sometimes'> {
  readonly observed: string;
}

export const deviationsFile = z.strictObject({
  browser: z.string(),
  measuredWith: z.string(),
  deviations: z.array(recordedDeviation),
});
export type DeviationsFile = z.infer<typeof deviationsFile>;

const disputesFile = z.strictObject({ disputes: z.array(disputeRecord) });

const folder = new URL('known-deviations/', expectationsFolder);

/** Where a browser's known deviations are kept, below the expectations. */
export const deviationsPath = (browser: string): string => `known-deviations/${browser}.json`;

/** Whether a browser has known deviations of its own. */
export const hasDeviations = (browser: string): boolean => readdirSync(folder).includes(`${browser}.json`);

/** What to do about a file that `record` has written. */
const RECORD = 'Correct the entry, or write the file again: npx connect-src record';

/**
 * The known deviations of a browser, with their causes; none where it has no file.
 *
 * @throws UserError when a file is not what it should be, or names a cause that is not there
 */
export function readDeviations(browser: string): KnownDeviation[] {
  if (!hasDeviations(browser)) return [];
  return withCauses(deviationsPath(browser), readDeviationsFile(browser), readCauses());
}

/** What is recorded of a browser, without the causes. @throws UserError when the file is not what it should be */
export const readDeviationsFile = (browser: string): DeviationsFile =>
  readExpectations(deviationsPath(browser), deviationsFile, RECORD);

/** Puts the cause to each recorded deviation. @throws UserError where one is not there */
export function withCauses(
  name: string,
  { browser, deviations }: DeviationsFile,
  causes: readonly DeviationCause[],
): KnownDeviation[] {
  const byId = new Map(causes.filter(({ since }) => since[browser]).map((cause) => [cause.id, cause]));
  return deviations.map(({ unexplained, ...deviation }) => {
    const cause = byId.get(deviation.id);
    if ((cause === undefined) !== (unexplained === true))
      throw expectationsError(
        name,
        unexplained
          ? `"${deviation.id}" is marked as unexplained, and causes/ explains it`
          : `"${deviation.id}" is not among the causes of ${browser} in causes/`,
        RECORD,
      );
    return {
      ...deviation,
      ...(cause ? factsOf(cause, browser) : unexplainedFacts),
      ...(cause?.sometimes && { sometimes: cause.sometimes }),
    };
  });
}

/**
 * The points where the text and browsers differ, with their issues.
 *
 * @throws UserError when the file is not what it should be
 */
export const readDisputes = (): z.infer<typeof disputeRecord>[] =>
  readExpectations('disputed.json', disputesFile).disputes;

/** Looks up what is recorded of a case. */
export interface Deviations {
  /** Whether a line that a case does not show any more is a finding. */
  readonly mustShow: boolean;
  /** Set where lines are looked up by what was seen, and not by the case. */
  readonly bySignature?: true;
  of(caseId: string): readonly RecordedLine[];
}

/** The recorded deviations, by the cases they name. */
export class DeviationIndex implements Deviations {
  #byCase = new Map<string, RecordedLine[]>();

  readonly mustShow: boolean;

  /** @param own whether they were recorded with this browser: then one that is no longer seen is a finding */
  constructor(deviations: readonly KnownDeviation[], own = true) {
    this.mustShow = own;
    for (const { id, facet, sometimes, observed: lines } of deviations)
      for (const [observed, cases] of Object.entries(lines))
        for (const [scenario, rest] of Object.entries(cases))
          for (const one of rest) {
            const key = `${scenario}/${one}`;
            const line = { id, facet, observed, ...(sometimes && { sometimes }) };
            this.#byCase.set(key, [...(this.#byCase.get(key) ?? []), line]);
          }
  }

  /** All lines recorded of this case. */
  of(caseId: string): readonly RecordedLine[] {
    return this.#byCase.get(caseId) ?? [];
  }
}

/**
 * The same lookup for scenarios from outside, whose cases no entry can name: by what was seen, but never for enforcement.
 * Where several recorded deviations show the same line, one that is recorded of the case's mechanism goes before the others.
 */
export class SignatureIndex implements Deviations {
  /** Each line, with the mechanisms of the cases that it is recorded of. */
  readonly #lines: ReadonlyArray<{ line: RecordedLine; mechanisms: ReadonlySet<string> }>;
  readonly #byMechanism = new Map<string, readonly RecordedLine[]>();

  constructor(deviations: readonly KnownDeviation[]) {
    this.#lines = deviations
      .filter(({ facet }) => facet !== 'enforcement')
      .flatMap(({ id, facet, observed }) =>
        Object.entries(observed).map(([line, scenarios]) => ({
          line: { id, facet, observed: line },
          mechanisms: new Set(
            Object.entries(scenarios).flatMap(([scenario, rests]) =>
              rests.map((rest) => mechanismIn(`${scenario}/${rest}`)),
            ),
          ),
        })),
      );
  }

  readonly mustShow = false;
  readonly bySignature = true as const;

  /** Every line, those of the case's mechanism first. */
  of(caseId: string): readonly RecordedLine[] {
    const mechanism = mechanismIn(caseId);
    const lines = this.#byMechanism.get(mechanism) ?? this.#with(mechanism);
    this.#byMechanism.set(mechanism, lines);
    return lines;
  }

  #with(mechanism: string): readonly RecordedLine[] {
    const linesWhere = (isOfIt: boolean) =>
      this.#lines.flatMap(({ line, mechanisms }) => (mechanisms.has(mechanism) === isOfIt ? [line] : []));
    return [...linesWhere(true), ...linesWhere(false)];
  }
}

/** The mechanism in a case's id: `scenario/document/mechanism/target`. */
const mechanismIn = (caseId: string): string => caseId.split('/')[2] ?? '';
