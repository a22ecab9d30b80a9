import { UserError } from '../errors.ts';
import type { CaseRecord, Results, ScenarioRecord } from './schema.ts';

type Shards = NonNullable<Results['shards']>;
type Gap = Results['missing'][number];

/**
 * The shards of a merged run; a shard counts as present when every browser that was sharded has it.
 * Undefined where no part is a shard.
 */
export function mergeShards(parts: readonly Results[]): Shards | undefined {
  const perBrowser = [...shardsByBrowser(parts).values()];
  const total = Math.max(0, ...perBrowser.map((shards) => shards.total));
  if (total === 0) return undefined;
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  const present = numbers.filter((n) =>
    perBrowser.every((shards) => n > shards.total || shards.present.includes(n)),
  );
  return { total, present };
}

/**
 * Every scenario × browser pair that no part has a result for, with the reason:
 * what a part said itself, a shard that is not there, or a browser that is not there.
 * A browser or a scenario that gave no result at all is known by what the parts miss.
 */
export function findGaps(
  parts: readonly Results[],
  scenarios: readonly ScenarioRecord[],
  cases: readonly CaseRecord[],
  expectedBrowsers: readonly string[],
): Gap[] {
  const answered = new Set(
    cases.flatMap((record) => Object.keys(record.observed).map((browser) => `${browser} ${record.scenario}`)),
  );
  const gaps = parts.flatMap((part) => part.missing);
  const told = new Map(gaps.map((gap) => [`${gap.browser} ${gap.scenario}`, gap]));
  const shards = shardsByBrowser(parts);
  // A run that was cut short may name scenarios, and browsers, that nothing else tells of.
  const names = new Set([
    ...parts.flatMap(namesOf),
    ...gaps.map(({ browser }) => browser),
    ...expectedBrowsers,
  ]);
  const ids = new Set([...scenarios.map(({ id }) => id), ...gaps.map(({ scenario }) => scenario)]);
  return [...names].flatMap((browser) =>
    [...ids].flatMap((scenario): Gap[] => {
      const key = `${browser} ${scenario}`;
      if (answered.has(key)) return [];
      return [told.get(key) ?? { scenario, browser, reason: reasonFor(browser, shards.get(browser), parts) }];
    }),
  );
}

function reasonFor(browser: string, shards: Shards | undefined, parts: readonly Results[]): string {
  if (!parts.some((part) => part.browsers.some(({ name }) => name === browser))) {
    return 'no results of this browser are among the merged ones';
  }
  const absent = shards === undefined ? [] : absentShards(shards);
  if (absent.length > 0)
    return `shard ${absent.join(' and ')} of ${shards?.total} is not among the merged results`;
  return 'no part of the merged results has it';
}

/** The numbers of the shards that are not there. */
export function absentShards(shards: Shards): number[] {
  return Array.from({ length: shards.total }, (_, index) => index + 1).filter(
    (n) => !shards.present.includes(n),
  );
}

/** Browsers that ran whole in some part are not in it: they lack no shard. */
function shardsByBrowser(parts: readonly Results[]): Map<string, Shards> {
  const found = new Map<string, Shards>();
  const whole = new Set(parts.filter((part) => part.shards === undefined).flatMap(namesOf));
  for (const part of parts) {
    if (part.shards === undefined) continue;
    for (const name of namesOf(part).filter((each) => !whole.has(each))) {
      found.set(name, joinShards(name, found.get(name), part.shards));
    }
  }
  return found;
}

function joinShards(browser: string, known: Shards | undefined, shards: Shards): Shards {
  if (known !== undefined && known.total !== shards.total) {
    throw new UserError(
      `${browser} was split into ${known.total} shards in one part and into ${shards.total} in another: together they are not one run.`,
      'Merge shards of the same split only.',
    );
  }
  const present = [...new Set([...(known?.present ?? []), ...shards.present])].sort((a, b) => a - b);
  return { total: shards.total, present };
}

function namesOf(part: Results): string[] {
  return part.browsers.map(({ name }) => name);
}
