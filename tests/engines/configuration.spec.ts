import { expect, test } from '@playwright/test';
import { placesKept } from '../../harness/engines/configuration.ts';
import { browsersFromEnvironment, findBrowser, resolveBrowser } from '../../harness/engines/find.ts';

const parse = (CONNECT_SRC_BROWSERS: string) => browsersFromEnvironment({ CONNECT_SRC_BROWSERS });
/** Something that can be run, on every machine. */
const path = process.execPath;

test('without configuration there is one browser of each engine', () => {
  for (const environment of [{}, { CONNECT_SRC_BROWSERS: ' ' }]) {
    expect([...browsersFromEnvironment(environment)]).toEqual([
      ['chromium', null],
      ['firefox', null],
      ['webkit', null],
    ]);
  }
});

test('a list names browsers, by path, by URL, or to be found', () => {
  expect([...parse(`chromium=${path}, webkit=http://grid:4444/ ,firefox-nightly`)]).toEqual([
    ['chromium', { name: 'chromium', engine: 'chromium', how: 'system', executablePath: path }],
    ['webkit', { name: 'webkit', engine: 'webkit', how: 'remote', remoteUrl: 'http://grid:4444' }],
    ['firefox-nightly', null],
  ]);
});

test('JSON says the same as a list', () => {
  expect(parse(`{"firefox-mine": "${path}", "webkit": ""}`)).toEqual(parse(`firefox-mine=${path},webkit`));
});

for (const [text, message] of [
  ['chromium,chromium', 'chromium is named twice'],
  [`=${path}`, 'has no name'],
  ['chromium,', 'has no name'],
  ['{"chromium": ', 'it is not JSON'],
  ['{"chromium": 1}', 'chromium has a value that is no setting'],
  ['{"chromium": {"path": "/opt/chrome"}}', 'Unrecognized key: "path"'],
  ['{"chromium": {"channel": "chrome", "build": true}}', 'chromium has both build and channel'],
  ['{"chromium": {"preferences": {"a": 1}}}', 'chromium has preferences, and is no Firefox'],
  ['{"safari": {"url": "http://grid:4444", "args": ["-x"]}}', 'Safari takes none'],
  [`{"chromium": {"driver": "${path}"}}`, 'Playwright drives chromium without one'],
  ['{"mine": {"channel": "chrome"}}', 'the name mine does not tell the engine'],
  [`mine=${path}`, 'Call it chromium-mine, firefox-mine or webkit-mine'],
  ['chromium=/nowhere/chrome', 'chromium is to be at /nowhere/chrome'],
  [`webkit=${path}`, 'is no WebDriver server'],
] as const) {
  test(`${text} is a mistake that is explained`, () => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'UserError' }));
    expect(() => parse(text)).toThrow(message);
  });
}

test('a setting says engine, place, arguments and preferences', () => {
  const settings = {
    old: { engine: 'chromium', executable: path, args: ['--a'], system: 'Debian 11' },
    'firefox-grid': { url: 'http://grid:4444/', preferences: { 'dom.x': true } },
    'chrome-beta': { engine: 'chromium', channel: 'chrome-beta' },
  };
  expect([...parse(JSON.stringify(settings))]).toEqual([
    [
      'old',
      {
        name: 'old',
        engine: 'chromium',
        how: 'system',
        executablePath: path,
        args: ['--a'],
        system: 'Debian 11',
      },
    ],
    [
      'firefox-grid',
      {
        name: 'firefox-grid',
        engine: 'firefox',
        how: 'remote',
        remoteUrl: 'http://grid:4444',
        preferences: { 'dom.x': true },
      },
    ],
    ['chrome-beta', { name: 'chrome-beta', engine: 'chromium', how: 'channel', channel: 'chrome-beta' }],
  ]);
});

test('arguments alone go with a browser that is found by its name', () => {
  const environment = { CONNECT_SRC_BROWSERS: '{"msedge": {"args": ["--b"]}}' };
  expect(findBrowser('msedge', environment)).toMatchObject({ channel: 'msedge', args: ['--b'] });
});

test('a configured browser goes before one that would be found', () => {
  const environment = { CONNECT_SRC_BROWSERS: `firefox=${path}` };
  expect(resolveBrowser('firefox', environment)).toMatchObject({ how: 'system', executablePath: path });
});

test('an unknown name is a mistake that is explained', () => {
  expect(() => findBrowser('netscape', {})).toThrow(expect.objectContaining({ name: 'UserError' }));
  expect(() => findBrowser('netscape', {})).toThrow('Use one of chromium, firefox, webkit');
});

test('channels are taken at their word', () => {
  expect(findBrowser('msedge', {})).toEqual({
    name: 'msedge',
    engine: 'chromium',
    how: 'channel',
    channel: 'msedge',
  });
  expect(findBrowser('firefox-beta', {})).toMatchObject({ engine: 'firefox', channel: 'moz-firefox-beta' });
});

for (const [configured, wanted, kept] of [
  [`firefox=${path}`, 'firefox,chromium', { firefox: { executable: path }, chromium: '' }],
  [
    `{"firefox": "${path}", "webkit": ""}`,
    'chromium, firefox',
    { chromium: '', firefox: { executable: path } },
  ],
  [`firefox=${path}`, `firefox=${path}-beta`, { firefox: { executable: `${path}-beta` } }],
  [`chromium=${path}`, 'firefox', { firefox: '' }],
  ['', '{"webkit": "http://localhost:4444"}', { webkit: { url: 'http://localhost:4444' } }],
] as const)
  test(`${wanted}, where ${configured || 'nothing'} is configured, keeps the places`, () => {
    const text = placesKept(wanted, { CONNECT_SRC_BROWSERS: configured });
    expect(JSON.parse(text)).toEqual(kept);
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(kept));
  });

test('what is not installed is said to be so, with where it was looked for', () => {
  const PATH = process.env.PATH;
  process.env.PATH = '/nowhere';
  try {
    expect(() => resolveBrowser('safari', {})).toThrow(
      /not installed: on the PATH there is no safaridriver\n/,
    );
    const environment = { CONNECT_SRC_SYSTEM_BROWSERS: '1' };
    expect(() => resolveBrowser('firefox', environment)).toThrow(
      /CONNECT_SRC_SYSTEM_BROWSERS=1 leaves Playwright's build out, and on the PATH there is no firefox-esr/,
    );
  } finally {
    process.env.PATH = PATH;
  }
});
