import { expect, test } from '@playwright/test';
import { browserOf } from '../../harness/engines/browsers.ts';
import { findBrowser } from '../../harness/engines/find.ts';

for (const [name, engine, drivenBy, wpt, bcd] of [
  ['chromium', 'chromium', 'Playwright 1.64.1 (CDP)', 'chromium', 'chrome'],
  ['chromium-92', 'chromium', 'Playwright 1.64.1 (CDP)', 'chromium', 'chrome'],
  ['chrome', 'chromium', 'Playwright 1.64.1 (CDP)', 'chrome', 'chrome'],
  ['msedge', 'chromium', 'Playwright 1.64.1 (CDP)', 'edge', 'edge'],
  ['firefox-nightly', 'firefox', 'Playwright 1.64.1 (WebDriver BiDi)', 'firefox', 'firefox'],
  ['webkit', 'webkit', "Playwright 1.64.1 (Playwright's protocol)", 'webkit', null],
  ['webkit', 'webkit', 'WebKitWebDriver (WebDriver)', 'webkitgtk', null],
  ['webkit', 'webkit', 'safaridriver (WebDriver)', 'safari', 'safari'],
  ['constructor', 'webkit', 'remote (WebDriver)', 'webkit', null],
] as const)
  test(`${name}, driven by ${drivenBy}, is ${wpt} to web-platform-tests and ${bcd} to browser-compat-data`, () => {
    expect(browserOf({ name, engine, drivenBy })).toMatchObject({ engine, wpt, bcd });
  });

test('a name that every object has is no browser', () => {
  expect(() => findBrowser('constructor', {})).toThrow('there is no browser of this name');
});
