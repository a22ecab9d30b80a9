import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { Browsers, CompatStatement } from '@mdn/browser-compat-data';
import { expect, test } from '@playwright/test';
import { leftOutOfBcd, toBcd } from '../../harness/exports/bcd.ts';
import type { CaseRecord, Observation, Results } from '../../harness/results/schema.ts';
import {
  blockedCase,
  chromium,
  conforming,
  deviating,
  firefox,
  letThrough,
  observation,
  run,
  webkit,
} from '../results/synthetic-results.ts';

const browsers: Browsers = bcd.browsers;

/** The support statements of one mechanism, as browser-compat-data's own type. */
function supportOf(results: Results, mechanism: string): CompatStatement['support'] | undefined {
  return toBcd(results).http.headers['Content-Security-Policy']['connect-src'][mechanism]?.__compat.support;
}

function fetchIn(...seen: Observation[]): CompatStatement['support'] | undefined {
  return supportOf(
    run(seen.map((each, index) => blockedCase(`s${index}`, 'fetch', { firefox: each }))),
    'fetch',
  );
}

test('statements have the keys, versions and browsers that browser-compat-data has', () => {
  const results = run([
    blockedCase('one', 'fetch', { chromium: observation(), firefox: letThrough() }),
    blockedCase('two', 'a[ping]', { chromium: observation(), firefox: observation() }),
  ]);
  const features = toBcd(results).http.headers['Content-Security-Policy']['connect-src'];
  expect(Object.keys(features)).toEqual(['a_ping', 'fetch']);
  const published = bcd.http.headers?.['Content-Security-Policy']?.['connect-src']?.__compat;
  for (const { __compat } of Object.values(features)) {
    expect(Object.keys(published ?? {})).toEqual(
      expect.arrayContaining(Object.keys(__compat).filter((key) => key !== 'description')),
    );
    expect(__compat.spec_url).toBe(published?.spec_url);
    for (const [browser, statement] of Object.entries(__compat.support)) {
      const release = /^≤(\d+(?:\.\d+)*)$/.exec(String(statement.version_added))?.[1];
      if (statement.version_added !== false)
        expect(Object.keys(browsers[browser as keyof Browsers].releases)).toContain(release);
      if (statement.partial_implementation) expect(statement.notes).toBeTruthy();
    }
  }
});

test('support is claimed up to the measured version, and no further back', () => {
  expect(fetchIn(observation())).toEqual({ firefox: { version_added: '≤153' } });
});

/** What is said of fetch in firefox 153, where its case showed this in versions 115, 128, 140 and 153. */
function fetchSince(...shown: (string[] | null)[]): CompatStatement['support'] | undefined {
  const one = blockedCase('one', 'fetch', { firefox: observation() });
  const names = ['firefox-115', 'firefox-128', 'firefox-129', 'firefox'];
  const versions = names.map((name, index) => ({
    ...{ name, version: ['115.9', '128.3', '129.0', '153.0'][index] ?? '', date: '2026-11-20' },
  }));
  const seen = Object.fromEntries(names.map((name, index) => [name, shown[index] ?? null]));
  return supportOf(
    run([one], {
      timelines: [
        {
          ...{ product: 'firefox', browsers: ['firefox'], range: names, versions },
          ...{ complete: true, deviations: [], mechanisms: { fetch: one.id }, seen: { [one.id]: seen } },
        },
      ],
    }),
    'fetch',
  );
}

test('a timeline says since which version, as far as it was measured', () => {
  const out = ['enforcement: allowed'];
  expect(fetchSince([], [], [], [])).toEqual({ firefox: { version_added: '≤115' } });
  expect(fetchSince(null, [], null, [])).toEqual({ firefox: { version_added: '≤128' } });
  expect(fetchSince(out, out, [], [])).toEqual({ firefox: { version_added: '129' } });
  expect(fetchSince(out, [], [], [])).toEqual({
    firefox: {
      version_added: '≤128',
      notes: 'Version 115 does not apply `connect-src` to it; no version between 115 and 128 was measured.',
    },
  });
  expect(fetchSince(['unsupported'], [], [], [])?.firefox).toMatchObject({
    notes: 'Version 115 lacks it; no version between 115 and 128 was measured.',
  });
  // A span that ends says nothing of the version at hand.
  expect(fetchSince([], out, out, out)).toEqual({ firefox: { version_added: '≤153' } });
});

test('a connection that got through makes support partial, and says how many', () => {
  expect(fetchIn(observation(), letThrough())).toEqual({
    firefox: {
      version_added: '≤153',
      partial_implementation: true,
      notes: 'Version 153 departs from the specification in enforcement in 1 of 2 cases measured.',
    },
  });
});

test('where nothing was blocked, nothing is supported', () => {
  expect(fetchIn(letThrough())).toEqual({
    firefox: { version_added: false, notes: 'Version 153 blocked none of 1 connections measured.' },
  });
});

test('an API that is not there is no support, and what could not be judged is no claim', () => {
  expect(fetchIn(observation({ verdict: 'unsupported', status: 'unsupported' }))?.firefox).toMatchObject({
    version_added: false,
  });
  expect(fetchIn(observation({ verdict: 'inconclusive', status: 'inconclusive' }))).toBeUndefined();
});

test('a mechanism that the specification lets through everywhere is left out', () => {
  const free: CaseRecord = { ...blockedCase('one', 'img', { firefox: letThrough() }), expected: 'allowed' };
  free.spec = { ...free.spec, verdict: 'allowed', by: null };
  expect(supportOf(run([free]), 'img')).toBeUndefined();
});

test('a mechanism that another directive governs is left out', () => {
  const image = blockedCase('one', 'img', { firefox: observation() });
  image.spec = { ...image.spec, directive: 'img-src' };
  expect(supportOf(run([image]), 'img')).toBeUndefined();
  const mixed = blockedCase('one', 'fetch', { firefox: observation() });
  mixed.spec = { ...mixed.spec, by: 'mixed-content' };
  expect(supportOf(run([mixed]), 'fetch')).toBeUndefined();
});

test('pings are supported in Firefox behind the preference that was switched on', () => {
  const seen = { chromium: observation(), firefox: observation() };
  const results = run(['a[ping]', 'area[ping]'].map((mechanism) => blockedCase('one', mechanism, seen)));
  for (const identifier of ['a_ping', 'area_ping'])
    expect(supportOf(results, identifier)).toEqual({
      chrome: { version_added: '≤156' },
      firefox: {
        version_added: '≤153',
        flags: [{ type: 'preference', name: 'browser.send_pings', value_to_set: 'true' }],
      },
    });
});

/** A case whose event deviates as recorded, and in these ways as well. */
function withoutEvent(unexplained?: string[]): Results {
  const facets = {
    enforcement: conforming,
    outcome: conforming,
    violation: { ...deviating, deviations: ['no-event'], ...(unexplained && { unexplained }) },
    report: conforming,
  };
  return run(
    [
      blockedCase('one', 'fetch', {
        firefox: observation({ status: 'known deviation', kind: 'reporting', facets }),
      }),
    ],
    {
      deviations: [
        {
          id: 'no-event',
          browser: 'firefox',
          facet: 'violation',
          kind: 'reporting',
          spec: '1 event',
          observed: 'none',
          cause: 'No event for <a ping>',
          since: null,
          links: [{ url: 'https://bugzil.la/1', tells: 'same' }],
          lookedUp: null,
          fixed: null,
        },
      ],
    },
  );
}

test('a recorded deviation is a note with its cause and its bug, as text', () => {
  expect(supportOf(withoutEvent(), 'fetch')).toEqual({
    firefox: {
      version_added: '≤153',
      notes: 'No event for &lt;a ping>. See [the bug](https://bugzil.la/1).',
    },
  });
});

test('what of a facet is not recorded is counted beside what is', () => {
  expect(supportOf(withoutEvent(['it is cancelable']), 'fetch')?.firefox).toMatchObject({
    notes: [
      'No event for &lt;a ping>. See [the bug](https://bugzil.la/1).',
      'Version 153 departs from the specification in violation in 1 of 1 cases measured.',
    ],
  });
});

test('only browsers that browser-compat-data knows are in it, the branded one first', () => {
  const chrome = { ...chromium, name: 'chrome', version: '157.0.1.1' };
  const safari = { ...webkit, name: 'safari', version: '26.1' };
  const seen = observation();
  const results = run(
    [blockedCase('one', 'fetch', { chromium: seen, chrome: letThrough(), webkit: seen, safari: seen })],
    {
      browsers: [chromium, chrome, webkit, safari],
    },
  );
  expect(supportOf(results, 'fetch')).toMatchObject({
    chrome: { version_added: false },
    safari: { version_added: '≤26.1' },
  });
  expect(leftOutOfBcd(results)).toEqual(['chromium', 'webkit']);
  expect(leftOutOfBcd({ ...results, browsers: [firefox] })).toEqual([]);
});

test('what a Connection-Allowlist does to a mechanism is nothing of connect-src', () => {
  const listed = blockedCase('listed', 'img', { chromium: observation() });
  const results = run([listed]);
  const [scenario] = results.scenarios;
  expect(supportOf(results, 'img')).toBeDefined();
  for (const document of scenario?.documents ?? []) document.allowlist = ['()'];
  expect(supportOf(results, 'img')).toBeUndefined();
});
