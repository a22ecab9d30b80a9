import { expect, test } from '@playwright/test';
import { readRecorded } from '../../harness/expectations/recorded.ts';

test('a recorded browser has to show its deviations', () => {
  const { known, deviations } = readRecorded({ name: 'chromium', engine: 'chromium' }, false);
  expect(known.length).toBeGreaterThan(0);
  expect(deviations.mustShow).toBe(true);
});

test('a browser without deviations of its own may show those of its engine', () => {
  const { browser, known, deviations } = readRecorded({ name: 'chrome', engine: 'chromium' }, false);
  expect(browser).toBe('chrome');
  expect(known).toEqual(readRecorded({ name: 'chromium', engine: 'chromium' }, false).known);
  expect(deviations.mustShow).toBe(false);
});

test('what a case from outside shows is put down to what is recorded of its mechanism, where that shows the same', () => {
  const { deviations } = readRecorded({ name: 'firefox', engine: 'firefox' }, true);
  const causeOf = (mechanism: string) =>
    deviations
      .of(`mine/abc123/${mechanism}/def456`)
      .find(({ facet, observed }) => facet === 'violation' && observed === 'no event (enforce)')?.id;
  expect(causeOf('link-rel-preload-as-fetch')).toBe('firefox-preload-silent');
  expect(causeOf('eventsource')).toBe('firefox-eventsource-silent-in-workers');
  expect(causeOf('nothing-like-it')).not.toBeUndefined();
});

test('a known deviation comes with its reproduction, planned, and only in the browser it is recorded of', () => {
  const of = (name: 'chromium' | 'firefox' | 'webkit') =>
    readRecorded({ name, engine: name }, false).known.filter(({ reproduction }) => reproduction);
  expect(of('chromium').length).toBeGreaterThan(30);
  for (const { id, reproduction } of of('firefox')) {
    expect(reproduction?.planned.scenario.title).toBe(id);
    expect(reproduction?.planned.cases).toHaveLength(1);
  }
});
