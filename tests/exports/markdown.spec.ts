import { expect, test } from '@playwright/test';
import { toMarkdown } from '../../harness/exports/markdown.ts';
import { blockedCase, letThrough, observation, run } from '../results/synthetic-results.ts';

test('names the browsers, counts deviations by what they mean, and lists what fails', () => {
  const text = toMarkdown(
    run([blockedCase('one', 'fetch', { chromium: letThrough(), firefox: observation() })]),
  );
  expect(text).toContain('| chromium | 156.0.1.2 |');
  expect(text).toContain('| security deviations | 1 | 0 |');
  expect(text).toContain('| conforms | 0 | 1 |');
  expect(text).toContain('## What fails this run (1)');
  expect(text).toContain(
    '| one/1/fetch/https://third.test/ | fetch to https://third.test/ | new deviation |',
  );
  expect(text).toContain('| enforcement: the specification says blocked; seen: allowed |');
});

test('says that nothing fails, where nothing does', () => {
  expect(toMarkdown(run([blockedCase('one', 'fetch', { firefox: observation() })]))).toContain(
    'Nothing fails this run.',
  );
});

test('names what is missing, with the reason', () => {
  const missing = [{ scenario: 'one', browser: 'safari', reason: 'shard 2 of 2 is not there' }];
  const text = toMarkdown(run([blockedCase('one', 'fetch', { firefox: observation() })], { missing }));
  expect(text).toContain('- safari: shard 2 of 2 is not there (scenarios: 1)');
});

test('markup in what a browser said stays text, and stays in its cell', () => {
  const hostile = '<img src=x> | ![i](https://third.test) `code` **bold** @everyone #1\n\n# heading';
  const silent = observation({ verdict: 'inconclusive', status: 'inconclusive', reason: hostile });
  const text = toMarkdown(run([blockedCase('one', 'fetch', { firefox: silent })]));
  expect(text).not.toMatch(/<img|!\[|\]\(|`code|\*\*bold|@everyone|^# heading/m);
  const tableLines = text.split('\n').filter((line) => line.startsWith('| firefox | one'));
  expect(tableLines.map((line) => line.split('|').length)).toEqual([7]);
});

test('a long list is counted', () => {
  const cases = Array.from({ length: 60 }, (_, n) =>
    blockedCase(`s${n}`, 'fetch', { firefox: letThrough() }),
  );
  const text = toMarkdown(run(cases));
  expect(text).toContain('## What fails this run (60)');
  expect(text).toContain('… and 35 more.');
});
