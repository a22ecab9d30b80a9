import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectationsFolder } from '../../harness/expectations/expectations-file.ts';
import { readDeviationsFile } from '../../harness/expectations/known-deviations.ts';
import { readTimeline, type TimelineFile } from '../../harness/expectations/timeline-file.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { timelineOf } from '../../harness/timeline/timeline.ts';
import { mechanismCases } from '../../harness/timeline/witnesses.ts';

const products = readdirSync(new URL('timeline/', expectationsFolder))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

const planned = (await loadCorpus()).scenarios.flatMap(({ cases }) => cases);

for (const product of products)
  test(`the timeline of ${product} follows from what was measured, and speaks of what is recorded`, () => {
    const file = readTimeline(product) as TimelineFile;
    const witnesses = file.deviations.map(({ id, case: one, line }) => ({ deviation: id, case: one, line }));
    expect(timelineOf(file, witnesses, file.mechanisms)).toEqual(file);
    const recorded = new Set(
      readDeviationsFile(file.versions[0]?.engine ?? '').deviations.map(({ id }) => id),
    );
    expect(file.deviations.map(({ id }) => id).filter((id) => !recorded.has(id))).toEqual([]);
    for (const { name } of file.versions) expect(file.range).toContain(name);
    // A mechanism is shown by a case of its own, and not by one that shows a rule which the browser breaks.
    const all = mechanismCases(planned);
    const stands = Object.entries(all).filter(([, id]) => file.seen[id] !== undefined);
    expect(file.mechanisms).toEqual(Object.fromEntries(stands));
  });
