import { expect, test } from '@playwright/test';
import { loadCorpus } from '../../harness/plan/load.ts';

/** Case ids are in bug reports, in recorded deviations and in results of years: each means the same for ever. */
const pinned = [
  ['address-by-scheme/ialcbv/fetch/r0dshw', 'allowed'],
  ['encoding-malformed-in-source/m9bihw/fetch/u0b6v4', 'blocked'],
  ['list-duplicates/6tv6do/websocket/bg983t', 'blocked'],
  ['local-worker-inherits/d1ejxh/websocket/hfmdlz', 'allowed'],
  ['mixed-content-from-a-plain-page-is-none/z5s74w/link-rel-modulepreload-as-json/znvh03', 'allowed'],
  ['none-blocks-everything/u6lfjr/eventsource/m068ll', 'blocked'],
  ['path-exact/9cmubb/xmlhttprequest/a99dvf', 'blocked'],
  ['redirect-chain-checks-deep-hops/98qbjm/fetch/qlg4gf', 'blocked'],
  ['report-only-blocks-nothing/3k62qw/import-json/3yihm3', 'allowed'],
  ['self-ignores-case/47hcmk/websocket/hfmdlz', 'blocked'],
  ['snapshot-keeps-later-policies-out/uusdpo/fetch/znvh03', 'allowed'],
  ['wildcard-not-first/l4k1k6/fetch/znvh03', 'blocked'],
] as const;

test('ids of scenarios and cases stay as they are', async () => {
  const { scenarios } = await loadCorpus();
  const cases = new Map(scenarios.flatMap((each) => each.cases.map((one) => [one.id, one])));
  for (const [id, expected] of pinned) expect(cases.get(id)?.expected, id).toBe(expected);
  const ids = new Set(scenarios.map(({ scenario }) => scenario.id));
  expect(pinned.map(([id]) => id.split('/')[0]).filter((id) => !ids.has(id ?? ''))).toEqual([]);
});
