import { expect, test } from '@playwright/test';
import { bestFirst, offersOf, versionsOf } from '../../../../harness/engines/cache/debian/offers.ts';
import { readPackages } from '../../../../harness/engines/cache/debian/packages-index.ts';
import {
  PACKAGINGS,
  type Packaging,
  type Part,
  SUITES,
  type Suite,
} from '../../../../harness/engines/cache/debian/suites.ts';

const suite = (name: string): Suite => ({
  name,
  parts: ['', '-updates', '-security'].map((added) => ({
    url: 'http://archive.example',
    suite: `${name}${added}`,
  })),
});
const old = suite('old');
const recent = suite('recent');
const packaging: Packaging = { programs: { firefox: 'firefox', 'firefox-esr': 'firefox-esr' }, besides: [] };

/** What the parts hold: packages and versions by the part's name; a part that is not named does not answer. */
const holding = (contents: Record<string, Record<string, string>>) => (part: Part) => {
  const packages = contents[part.suite];
  if (packages === undefined) return null;
  return readPackages(
    Object.entries(packages)
      .map(([name, version]) => `Package: ${name}\nVersion: ${version}\nSHA256: ${'a'.repeat(64)}\n`)
      .join('\n'),
  );
};

const offered = (contents: Record<string, Record<string, string>>) =>
  offersOf(packaging, [old, recent], holding(contents));

const chosen = (contents: Record<string, Record<string, string>>, version: string) => {
  const [offer] = bestFirst(offered(contents), { product: 'firefox', engine: 'firefox', version });
  if (offer === undefined) return null;
  return {
    version: offer.version,
    program: offer.program,
    parts: offer.parts.map((part) => part.suite),
  };
};

test('an older version is had by leaving out the part that has a newer one', () => {
  const contents = {
    old: { 'firefox-esr': '140.12.0esr-1' },
    'old-updates': {},
    'old-security': { 'firefox-esr': '153.8.0esr-1' },
  };
  expect(chosen(contents, '140')).toEqual({ version: '140.12.0', program: 'firefox-esr', parts: ['old'] });
  expect(chosen(contents, '153')).toEqual({
    version: '153.8.0',
    program: 'firefox-esr',
    parts: ['old', 'old-updates', 'old-security'],
  });
  expect(chosen(contents, '15')).toBeNull();
});

test('what apt would not take, since an earlier part has a newer one, is not offered', () => {
  const contents = { old: { firefox: '150.2-1' }, 'old-security': { firefox: '150.1-1' } };
  expect(versionsOf(offered(contents))).toEqual(['150.2']);
});

test('the newest that answers is taken, and of one version that of the oldest suite', () => {
  const contents = {
    old: { 'firefox-esr': '153.9.0esr-1' },
    recent: { 'firefox-esr': '153.10.0esr-1', firefox: '159.0-1' },
  };
  expect(chosen(contents, '153')?.version).toBe('153.10.0');
  expect(chosen({ ...contents, old: { firefox: '159.0-2' } }, '159')?.parts).toEqual(['old']);
  expect(versionsOf(offered(contents))).toEqual(['153.9.0', '153.10.0', '159.0']);
});

test('the others that answer follow, for an archive may lack what its index lists', () => {
  const offers = offered({
    old: { firefox: '140.12-1' },
    'old-security': { firefox: '140.14-1' },
    recent: { firefox: '140.13-1', 'firefox-esr': '139.1-1' },
  });
  const request = { product: 'firefox', engine: 'firefox', version: '140' } as const;
  expect(bestFirst(offers, request).map(({ version }) => version)).toEqual(['140.14', '140.13', '140.12']);
});

test('a suite that does not answer itself has nothing, and a part that does not is left out', () => {
  expect(offered({ 'old-security': { firefox: '150.1-1' } })).toEqual([]);
  expect(chosen({ old: {}, 'old-security': { firefox: '150.1-1' } }, '150')?.parts).toEqual([
    'old',
    'old-security',
  ]);
});

test('no suite says in itself which versions it has, and each product has a program', () => {
  expect(JSON.stringify([SUITES, PACKAGINGS])).not.toMatch(/\d{2,}\.\d|"\d+"/);
  for (const { programs } of Object.values(PACKAGINGS)) expect(Object.keys(programs)).not.toEqual([]);
  for (const { name, parts } of SUITES) expect(parts[0]?.suite).toBe(name);
});
