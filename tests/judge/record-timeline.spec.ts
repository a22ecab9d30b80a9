import { expect, test } from '@playwright/test';
import { readTimeline, readTimelineOf, spansOf } from '../../harness/expectations/timeline-file.ts';
import { recordTimeline } from '../../harness/judge/record-timeline.ts';

const timeline = readTimeline('chromium');
if (timeline === null) throw new Error('there is no timeline of chromium');

test('results have of a timeline what is about their own cases', () => {
  const [witness] = timeline.deviations;
  const id = witness?.case ?? '';
  const record = recordTimeline(timeline, [id, 'no/such/case'], 'chromium-119');
  expect(record).toMatchObject({ product: 'chromium', browsers: ['chromium-119'], range: timeline.range });
  expect(Object.keys(record?.seen ?? {})).toEqual([id]);
  expect(record?.deviations.every((one) => one.case === id)).toBe(true);
  expect(record?.versions[0]).toEqual({
    name: timeline.versions[0]?.name,
    version: timeline.versions[0]?.version,
    date: timeline.versions[0]?.date,
  });
  expect(recordTimeline(timeline, ['no/such/case'], 'chromium')).toBeNull();
});

test('a span names the last version that shows it', () => {
  const spans = spansOf(timeline);
  const there = [...spans.values()].filter((span) => span?.until === null);
  expect(there.length).toBeGreaterThan(0);
  const versions = timeline.versions.map(({ version }) => version);
  for (const span of there) expect(versions).toContain(span?.last);
});

test('a browser has the timeline of its own name, and an engine that of a product of it', () => {
  expect(readTimelineOf('chromium')?.product).toBe('chromium');
  expect(readTimelineOf('no-such-browser')).toBeNull();
});
