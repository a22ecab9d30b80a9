import { z } from 'zod';
import type { Incident, Results } from '../../harness/results/schema.ts';
import { verdict } from '../../harness/results/verdict.ts';

const run = z.strictObject({
  startedAt: z.iso.datetime(),
  seconds: z.number(),
  cases: z.number().int().describe('Over all browsers'),
  verdicts: z.record(z.string(), z.partialRecord(verdict, z.number().int())).describe('By browser'),
  runAgain: z.number().int().describe('How often a scenario had to run again'),
  browsersLost: z.number().int(),
  peakMemoryMiB: z
    .number()
    .int()
    .nullable()
    .describe('Of all processes together, shared pages counted once; null where the system does not tell'),
});
export type SoakRun = z.infer<typeof run>;

/** What a soak saw: `reports/soak/<start>.json`. */
export const soakRecord = z.strictObject({
  startedAt: z.iso.datetime(),
  asked: z.strictObject({
    runs: z.number().int(),
    browsers: z.string().nullable().describe('null for one of each engine'),
    grep: z.string().nullable().describe('null for the whole corpus'),
    busy: z.number().int().describe('How many processes kept the machine busy'),
    jitterMs: z.number().int().describe('How long servers held tunnels and answers back, at most'),
  }),
  system: z.strictObject({ os: z.string(), node: z.string() }),
  corpus: z.string().describe('Its hash'),
  browsers: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  runs: z.array(run),
  first: z
    .strictObject({ words: z.array(z.string()), letters: z.record(z.string(), z.string()) })
    .optional()
    .describe(
      'What the first run saw: by browser a letter for each case, in the order of the corpus; A is the first word',
    ),
  flips: z
    .array(
      z.strictObject({
        case: z.string(),
        browser: z.string(),
        seen: z.array(z.string()),
        why: z.array(z.string()).describe('Which evidence each followed from'),
      }),
    )
    .describe('Every case that was not seen alike in each run, with what each run saw'),
  incidents: z.array(
    z.strictObject({ run: z.number().int(), scenario: z.string(), browser: z.string(), what: z.string() }),
  ),
});
export type SoakRecord = z.infer<typeof soakRecord>;

/** The counts of one run. */
export function countRun(results: Results, peakMemoryMiB: number | null): SoakRun {
  const seen = results.cases.flatMap(({ observed }) => Object.entries(observed));
  const verdicts: SoakRun['verdicts'] = {};
  for (const [browser, { verdict: one }] of seen) {
    const counts = verdicts[browser] ?? {};
    verdicts[browser] = { ...counts, [one]: (counts[one] ?? 0) + 1 };
  }
  const count = (kind: Incident['kind']) =>
    (results.incidents ?? []).filter((one) => one.kind === kind).length;
  return {
    startedAt: results.startedAt,
    seconds: Math.round((Date.parse(results.finishedAt) - Date.parse(results.startedAt)) / 1000),
    cases: seen.length,
    verdicts,
    runAgain: count('run again'),
    browsersLost: count('browser lost'),
    peakMemoryMiB,
  };
}

const A = 'A'.charCodeAt(0);
const NO_RESULT = { seen: 'no result', why: '' };

/** What every run so far saw of each case, by `browser case`: a run that has no result of it says so. */
export class Sightings {
  readonly #seen = new Map<string, Array<{ seen: string; why: string }>>();
  #runs = 0;

  /**
   * The sightings of a soak that is gone on with.
   *
   * @param ids the cases of its corpus, in order
   */
  static of(
    { runs, first, flips }: Pick<SoakRecord, 'runs' | 'first' | 'flips'>,
    ids: readonly string[],
  ): Sightings {
    const sightings = new Sightings();
    sightings.#runs = runs.length;
    for (const [browser, letters] of Object.entries(first?.letters ?? {}))
      ids.forEach((id, at) => {
        const seen = first?.words[letters.charCodeAt(at) - A] ?? NO_RESULT.seen;
        sightings.#seen.set(`${browser} ${id}`, Array(runs.length).fill({ seen, why: '' }));
      });
    for (const { browser, case: id, seen, why } of flips)
      sightings.#seen.set(
        `${browser} ${id}`,
        seen.map((one, at) => ({ seen: one, why: why[at] ?? '' })),
      );
    return sightings;
  }

  /** What the first run saw of these cases, so that another soak can go on from there. */
  first(browsers: readonly string[], ids: readonly string[]): NonNullable<SoakRecord['first']> {
    const words: string[] = [];
    const letterOf = (word: string) => {
      if (!words.includes(word)) words.push(word);
      return String.fromCharCode(A + words.indexOf(word));
    };
    const seenOf = (browser: string, id: string) =>
      (this.#seen.get(`${browser} ${id}`)?.[0] ?? NO_RESULT).seen;
    const letters = browsers.map(
      (browser) => [browser, ids.map((id) => letterOf(seenOf(browser, id))).join('')] as const,
    );
    return { words, letters: Object.fromEntries(letters) };
  }

  add({ cases }: Pick<Results, 'cases'>): void {
    for (const { id, observed } of cases)
      for (const [browser, { verdict: one, status, reason }] of Object.entries(observed)) {
        const key = `${browser} ${id}`;
        const before = this.#seen.get(key) ?? [];
        while (before.length < this.#runs) before.push(NO_RESULT);
        before.push({ seen: `${one}, ${status}`, why: reason });
        this.#seen.set(key, before);
      }
    this.#runs += 1;
  }

  /** The cases that were not seen alike in each run. */
  flips(): SoakRecord['flips'] {
    return [...this.#seen].flatMap(([key, sightings]) => {
      const all = [...sightings, ...Array<typeof NO_RESULT>(this.#runs - sightings.length).fill(NO_RESULT)];
      const seen = all.map((one) => one.seen);
      const at = key.indexOf(' ');
      return new Set(seen).size === 1
        ? []
        : [{ case: key.slice(at + 1), browser: key.slice(0, at), seen, why: all.map(({ why }) => why) }];
    });
  }
}

/**
 * Whether a flip is a race that is recorded of the browser: it was seen in two ways, and each is as recorded. A deviation that
 * is not recorded as one that shows itself sometimes would be gone in one run, or new in the other.
 */
export const isRecordedRace = ({ seen }: SoakRecord['flips'][number]): boolean =>
  seen.every((one) => /, (conforms|known deviation)$/.test(one));

/** Whether a soak was of the whole corpus, in one browser of each engine, on a machine left alone. */
export const isWhole = ({ asked }: SoakRecord): boolean =>
  asked.grep === null && asked.browsers === null && asked.busy === 0 && asked.jitterMs === 0;
