import { expect, test } from '@playwright/test';
import { comparedWith, measuredWith, readRecorded } from '../../harness/expectations/recorded.ts';

const recorded = readRecorded({ name: 'chromium-other', engine: 'chromium' }, false);
const { measured } = recorded;
const version = (version: string, drivenBy = 'Playwright 1.64.1 (CDP)') =>
  comparedWith(recorded, { engine: 'chromium', version, drivenBy });

test('what a record was measured with is read from its words', () => {
  expect(measuredWith('webkit 2.50.6, WebKitWebDriver (WebDriver)')).toEqual({
    engine: 'webkit',
    version: '2.50.6',
    drivenBy: 'WebKitWebDriver (WebDriver)',
  });
  expect(measuredWith('')).toBeNull();
});

test('a later version is told what is fixed, an earlier one is not', () => {
  expect(measured?.version).toMatch(/^\d+\./);
  expect(version('999.0.1').deviations.mustShow).toBe(true);
  expect(version('92.0.1').deviations.mustShow).toBe(false);
});

test('in another version a cause explains what is not recorded of the case, but never what leaves', () => {
  const difference = {
    scenario: 'unheard-of',
    mechanism: 'fetch',
    context: 'frame',
    observed: '2 events (report)',
  };
  const { explain } = version('119.0.1');
  expect(explain?.({ ...difference, facet: 'violation' })).toBe('chromium-checks-fetch-twice');
  expect(explain?.({ ...difference, facet: 'violation', observed: 'something new' })).toBeNull();
  expect(explain?.({ ...difference, facet: 'enforcement', observed: 'allowed' })).toBeNull();
});

test('the very version that was measured has to show just what is recorded', () => {
  const own = readRecorded({ name: 'chromium', engine: 'chromium' }, false);
  const same = { engine: 'chromium', version: measured?.version ?? '', drivenBy: 'any' };
  expect(comparedWith(own, same)).toBe(own);
});

test('versions of two ports of WebKit are not compared', () => {
  const webkit = readRecorded({ name: 'safari', engine: 'webkit' }, false);
  const safari = { engine: 'webkit', version: '26.4', drivenBy: 'safaridriver (WebDriver)' };
  expect(comparedWith(webkit, safari)).toBe(webkit);
  const gtk = { ...safari, version: '2.54.1', drivenBy: 'WebKitWebDriver (WebDriver)' };
  expect(comparedWith(webkit, gtk).deviations.mustShow).toBe(true);
});
