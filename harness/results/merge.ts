import { UserError } from '../errors.ts';
import { type MergePart, mergeBrowsers } from './merge-browsers.ts';
import type { Results } from './schema.ts';

export type { MergePart };

import { mergeCases } from './merge-cases.ts';
import { findGaps, mergeShards } from './merge-shards.ts';
import { mergeTimelines } from './merge-timelines.ts';
import { sortResults } from './sort-results.ts';

/**
 * Merges the results of shards and of machines into the results of one run.
 * What is absent is named in `missing`: scenarios of shards that are not there, and whole browsers.
 *
 * @param parts at least one
 * @param expectedBrowsers names of browsers that must take part, so that one whose results never arrived is named
 * @throws {UserError} where the parts are of different corpora, or of different versions of one browser
 */
export function merge(parts: readonly MergePart[], expectedBrowsers: readonly string[] = []): Results {
  const [first, ...others] = parts;
  if (first === undefined)
    throw new UserError('There is nothing to merge.', 'Name at least one results.json.');
  for (const other of others) requireSameCorpus(first, other);
  const all = parts.map((part) => part.results);
  const browsers = mergeBrowsers(parts);
  const cases = mergeCases(all);
  const scenarios = unique(
    all.flatMap((part) => part.scenarios),
    (scenario) => scenario.id,
  );
  const missing = findGaps(all, scenarios, cases, expectedBrowsers);
  const named = new Set([...scenarios.map(({ id }) => id), ...missing.map(({ scenario }) => scenario)]);
  const shards = mergeShards(all);
  const merged: Results = {
    ...first.results,
    startedAt: all.map((part) => part.startedAt).sort()[0] ?? first.results.startedAt,
    finishedAt:
      all
        .map((part) => part.finishedAt)
        .sort()
        .at(-1) ?? first.results.finishedAt,
    corpus: {
      ...first.results.corpus,
      selected: Math.max(named.size, ...all.map((part) => part.corpus.selected)),
    },
    browsers,
    deviations: unique(
      all.flatMap((part) => part.deviations),
      (each) => `${each.browser} ${each.id} ${each.facet}`,
    ),
    disputes: unique(
      all.flatMap((part) => part.disputes),
      (dispute) => dispute.id,
    ),
    steps: Object.assign({}, ...all.map((part) => part.steps)),
    derivations: Object.assign({}, ...all.map((part) => part.derivations)),
    scenarios,
    cases,
    missing,
  };
  delete merged.shards;
  delete merged.incidents;
  delete merged.timelines;
  const incidents = all.flatMap((part) => part.incidents ?? []);
  const timelines = mergeTimelines(all);
  return sortResults({
    ...merged,
    ...(timelines.length > 0 && { timelines }),
    ...(shards !== undefined && { shards }),
    ...(incidents.length > 0 && { incidents }),
  });
}

function requireSameCorpus(first: MergePart, other: MergePart): void {
  if (first.results.corpus.hash === other.results.corpus.hash) return;
  throw new UserError(
    `${first.name} and ${other.name} are of different corpora (${first.results.corpus.hash} and ${other.results.corpus.hash}): their cases cannot stand side by side.`,
    'Run both from the same commit, or compare them with `npx connect-src diff`.',
  );
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
