import { expect, test } from '@playwright/test';
import { pageText } from '../../harness/report/reproduction.ts';
import { pagesOf } from '../../harness/report/write-report.ts';
import type { DeviationRecord } from '../../harness/results/schema.ts';
import { blockedCase, deviating, letThrough, observation, run } from '../results/synthetic-results.ts';
import { hostile } from './hostile.ts';

/** The page of deviations of one new deviation in firefox. */
function deviations(): string {
  const results = run([blockedCase('one', 'fetch', { firefox: letThrough() })]);
  for (const [file, render] of pagesOf(results)) if (file === 'deviations.html') return render();
  throw new Error('no page of deviations');
}

type Reproduction = NonNullable<DeviationRecord['reproduction']>;

const known: DeviationRecord = {
  ...{ id: 'ignores-it', browser: 'firefox', facet: 'enforcement', kind: 'security' },
  ...{ spec: 'blocked', observed: 'allowed', cause: 'It ignores the policy.' },
  ...{ since: null, links: [], lookedUp: null, fixed: null },
  reproduction: {
    ...{
      version: '153.0',
      observed: 'allowed',
      mechanism: 'fetch',
      url: 'https://tiny.test/',
      redirects: [],
    },
    options: { hostile },
    document: {
      ...{ id: 'r', page: 'https://page.test/', context: 'frame' },
      ...{ policy: [`connect-src ${hostile}`], reportOnly: [], meta: [] },
    },
    spec: { verdict: 'blocked', by: 'csp', derivation: 'd2' },
  },
};

/** The page of deviations of two cases of a known deviation, one of which blocks too much. */
function recorded(deviation: DeviationRecord): string {
  const facets = (observed: string) => ({
    ...observation().facets,
    enforcement: { ...deviating, observed, deviations: ['ignores-it'] },
  });
  const status = 'known deviation';
  const results = run(
    [
      blockedCase('one', 'fetch', { firefox: letThrough({ status, facets: facets('allowed') }) }),
      blockedCase('two', 'fetch', {
        firefox: observation({ status, kind: 'compatibility', facets: facets('blocked') }),
      }),
    ],
    { deviations: [{ ...deviation, observed: 'allowed | blocked' }] },
  );
  results.steps.s2 = { anchor: 'CSP#match-hosts', what: 'of the reproduction', outcome: 'no' };
  results.derivations.d2 = ['s2'];
  return new Map(pagesOf(results)).get('deviations.html')?.() ?? '';
}

test('a recorded reproduction is shown first, as text, and the report to copy is made from it', () => {
  const page = recorded(known);
  const shown = page.indexOf('The smallest page that shows it, shrunk in version 153.0');
  const report = page.indexOf('A report to copy into a bug', shown);
  const cases = page.indexOf('<summary>1 case</summary>', shown);
  expect(shown).toBeGreaterThan(0);
  expect(page.slice(shown, report)).toContain('fetch(&quot;https://tiny.test/&quot;)');
  expect(page.slice(shown, report)).not.toContain('third.test');
  expect(page.slice(report, cases)).toContain('fetch(&quot;https://tiny.test/&quot;)');
  expect(page.slice(report, cases)).toContain('of the reproduction → no');
  expect(page.slice(report, cases)).toContain('Or a case that shows the same, with connect-src-conformance');
  expect(page).not.toContain('<script>window.pwned');
});

test('a reproduction stands for the kind of deviation that it shows, and for no other', () => {
  const page = recorded(known);
  expect(page.split('shrunk in version').length).toBe(2);
  const nuisance = page.indexOf('id="compatibility"');
  expect(page.indexOf('The smallest page among its cases', nuisance)).toBeGreaterThan(nuisance);
});

test('metas that do not simply stand in head are shown with what brings them to where they are', () => {
  const document = { ...(known.reproduction as Reproduction).document, meta: ['connect-src'] };
  const one = { ...{ mechanism: 'fetch', url: 'https://tiny.test/', redirects: [] }, options: {} };
  expect(pageText(one, document)).toContain(
    '<meta http-equiv="Content-Security-Policy" content="connect-src">',
  );
  const text = '<script>/* puts it in */</script>';
  const placed = pageText(one, { ...document, metaMarkup: { text, follows: false } });
  expect(placed).toContain('<!doctype html>\n<script>/* puts it in */</script>\n<script>');
  expect(placed).not.toContain('<meta');
  const late = pageText(one, { ...document, metaMarkup: { text, follows: true } });
  expect(late).toMatch(/<\/script>\n<script>\/\* puts it in \*\/<\/script>$/);
});

test('the page of deviations shows the smallest page first, and a report to copy', () => {
  const page = deviations();
  const smallest = page.indexOf('The smallest page among its cases');
  expect(smallest).toBeGreaterThan(0);
  expect(page.indexOf('Content-Security-Policy: connect-src', smallest)).toBeGreaterThan(smallest);
  expect(page.indexOf('fetch(&quot;https://third.test/&quot;)', smallest)).toBeGreaterThan(smallest);
  const report = page.indexOf('# CSP connect-src: The rule of one', smallest);
  expect(report).toBeGreaterThan(smallest);
  expect(page.indexOf('- Not searched for.', report)).toBeGreaterThan(report);
  expect(page).toContain('A report to copy into a bug');
});
