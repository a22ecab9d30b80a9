import { chooseBrowsers } from '../../engines/choose-browsers.ts';
import { VARIABLE } from '../../engines/configuration.ts';
import { nextToMeasure } from '../../timeline/bisect.ts';
import { seenBy } from '../../timeline/seen.ts';
import type { Measurements } from '../../timeline/timeline.ts';
import { requireNoGaps } from '../require-whole.ts';
import { runAside } from '../run-browsers.ts';
import type { RangeVersion } from './versions.ts';

/**
 * Measures cases in versions by bisection, in rounds: each runs the versions that some case asks for next, with all cases
 * that ask for any.
 *
 * @param start what is measured already
 * @param save told what is measured after each round, so that an interrupted timeline goes on where it was
 * @throws {UserError} where a version does not start, or a run does not come to its end
 */
export async function measure(
  start: Measurements,
  cases: readonly string[],
  versions: readonly RangeVersion[],
  save: (measured: Measurements) => void,
  log: (line: string) => void,
): Promise<Measurements> {
  let measured = start;
  const names = versions.map(({ name }) => name);
  for (;;) {
    const asked = cases.map((id) => ({ id, next: nextToMeasure(names, measured.seen[id] ?? {}) }));
    const wanted = asked.filter(({ next }) => next.length > 0).map(({ id }) => id);
    const browsers = names.filter((name) => asked.some(({ next }) => next.includes(name)));
    if (browsers.length === 0) return measured;
    log(`measuring ${wanted.length} cases in ${browsers.join(', ')}`);
    measured = await round(measured, wanted, browsers, versions);
    save(measured);
  }
}

async function round(
  before: Measurements,
  cases: readonly string[],
  browsers: readonly string[],
  versions: readonly RangeVersion[],
): Promise<Measurements> {
  const configured = process.env[VARIABLE];
  try {
    await chooseBrowsers(browsers.join());
    const results = await runAside({ cases, measure: true, quiet: true });
    requireNoGaps(results);
    const seen = { ...before.seen };
    for (const name of browsers)
      for (const [id, one] of Object.entries(seenBy(results, name)))
        seen[id] = { ...seen[id], [name]: one && [...one] };
    const date = results.startedAt.slice(0, 10);
    const sources = new Map(versions.map(({ name, source }) => [name, source]));
    const fresh = results.browsers.map((one) => ({ ...one, source: sources.get(one.name) ?? '', date }));
    const kept = before.versions.filter(({ name }) => !browsers.includes(name));
    return { ...before, seen, versions: [...kept, ...fresh] };
  } finally {
    // The next round chooses others, and they are where they were configured to be.
    if (configured === undefined) delete process.env[VARIABLE];
    else process.env[VARIABLE] = configured;
  }
}
