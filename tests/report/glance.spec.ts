import { type GlanceCell, glanceRows, lookOf } from '../../harness/report/glance.ts';
import { indexResults } from '../../harness/report/report.ts';
import { pagesOf, writeReport } from '../../harness/report/write-report.ts';
import type { CaseRecord, Observation, Results } from '../../harness/results/schema.ts';
import { run } from '../results/synthetic-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { hostile } from './hostile.ts';
import { addressOf, expect, test } from './report-test.ts';
import { caseOf, derivations, leaked, observation, scenarioOf, withStatus } from './synthetic-cases.ts';

const url = 'https://third.test/';

/** Results of these cases in a document that lets connect-src match nothing. */
function resultsOf(cases: CaseRecord[], context = 'frame'): Results {
  const scenarios = [...new Set(cases.map(({ scenario }) => scenario))].map((id) =>
    scenarioOf(id, `The rule of ${id}`, 'a-rule', {
      documents: [
        {
          ...{ id: '1', page: 'https://page.test/', context, policy: ["connect-src 'none'"] },
          ...{ reportOnly: [], meta: [] },
        },
      ],
    }),
  );
  return run(cases, { scenarios, ...derivations });
}

const rowsOf = (cases: CaseRecord[], context?: string) => glanceRows(indexResults(resultsOf(cases, context)));

/** What stands in the cell of one mechanism and firefox, where it did so in a case each. */
function cellOf(...seen: Observation[]): GlanceCell | undefined {
  const cases = seen.map((each, index) => caseOf(`s${index}`, 'fetch', url, { firefox: each }));
  return rowsOf(cases)[0]?.cells.get('firefox');
}

/** A block that looks so to script, where the specification says something else of it or not. */
const looks = (shape: string, spec = shape): Observation =>
  observation({
    facets: { outcome: { result: spec === shape ? 'conforms' : 'deviates', spec, observed: shape } },
    evidence: { outcome: { shape, steps: [] } },
  });

test('how a block looks to script is told in a few words', () => {
  expect(
    [
      'rejects TypeError',
      'throws DOMException NetworkError',
      'throws Object NS_ERROR_CONTENT_BLOCKED',
      'returns; ready rejects WebTransportError; closed rejects WebTransportError',
      'loadstart; returns; readystatechange 4; error status 0; loadend',
      'returns CONNECTING; error CLOSED | returns CONNECTING; error CONNECTING',
      'returns false',
      'returns',
      '',
    ].map(lookOf),
  ).toEqual([
    'rejects TypeError',
    'throws NetworkError',
    'throws NS_ERROR_CONTENT_BLOCKED',
    'rejects WebTransportError',
    'error event',
    'error event',
    'returns false',
    'script sees nothing',
    'script sees nothing',
  ]);
});

test('the most frequent answer counts, and what was let out is counted', () => {
  expect(
    cellOf(looks('rejects TypeError'), looks('rejects TypeError'), looks('returns false')),
  ).toMatchObject({
    judged: 3,
    blocked: 3,
    look: { words: 'rejects TypeError', deviates: false, always: false },
    event: { words: 'violation event', deviates: false, always: true },
  });
  expect(cellOf(observation(), leaked('new deviation'), withStatus('unstable'))).toMatchObject({
    judged: 2,
    blocked: 1,
  });
});

test('a block that looks otherwise than the specification says, or that fires no event, deviates', () => {
  const silent = observation({
    evidence: { violations: [] },
    facets: { violation: { result: 'deviates', spec: 'enforce connect-src', observed: 'no event' } },
  });
  const open = observation({
    evidence: { violations: [] },
    facets: { violation: { result: 'not judged', spec: '', observed: 'no event' } },
  });
  expect(cellOf(looks('throws SecurityError', 'returns; error'))?.look?.deviates).toBe(true);
  expect(cellOf(looks('returns CLOSED; error CLOSED', 'returns; error CLOSED'))?.look?.deviates).toBe(false);
  expect(cellOf(silent)?.event).toEqual({ words: 'no violation event', deviates: true, always: true });
  expect(cellOf(open)?.event).toEqual({ words: 'no violation event', deviates: false, always: true });
});

test('unsupported and inconclusive are no verdicts, and what was not measured has no cell', () => {
  const without = (verdict: 'unsupported' | 'inconclusive') => withStatus(verdict, { verdict });
  expect(cellOf(without('unsupported'))).toMatchObject({ judged: 0, without: 'unsupported', look: null });
  expect(cellOf(without('inconclusive'))).toMatchObject({ judged: 0, without: 'inconclusive' });
  expect(cellOf(without('unsupported'), observation())).toMatchObject({ judged: 1, without: null });
  const [row] = rowsOf([caseOf('one', 'fetch', url, { chromium: observation() })]);
  expect([...(row?.cells.keys() ?? [])]).toEqual(['chromium']);
});

test('cases with a redirect, on a disputed point or in a worker are not plain', () => {
  const of = (parts: Partial<CaseRecord>) => caseOf('one', 'fetch', url, { firefox: observation() }, parts);
  const { spec } = of({});
  expect(rowsOf([of({})], 'document')).toHaveLength(1);
  expect(rowsOf([of({})], 'worker')).toEqual([]);
  expect(rowsOf([of({ redirects: [{ status: 302, to: url }] })])).toEqual([]);
  expect(rowsOf([of({ spec: { ...spec, disputed: ['a'] } })])).toEqual([]);
  expect(rowsOf([of({ spec: { ...spec, by: 'mixed-content' } })])).toEqual([]);
});

test('a mechanism of another directive is not governed, and shown by what connect-src does not stop', () => {
  const { spec } = caseOf('one', 'img', url, {});
  const allowed = {
    expected: 'allowed' as const,
    spec: { ...spec, verdict: 'allowed' as const, directive: null },
  };
  const blocked = { spec: { ...spec, directive: 'img-src' } };
  const rows = rowsOf([
    caseOf('one', 'img', url, { firefox: observation({ verdict: 'allowed' }) }, allowed),
    caseOf('two', 'img', url, { firefox: observation() }, blocked),
  ]);
  expect(rows).toMatchObject([{ mechanism: 'img', governed: false, directive: 'img-src' }]);
  expect(rows[0]?.cells.get('firefox')).toMatchObject({ judged: 1, blocked: 0 });
});

test('mechanisms and outcomes are text, and the best known mechanism comes first', () => {
  const seen = looks(`throws ${hostile}`, 'returns');
  const results = resultsOf([
    caseOf('one', hostile, url, { firefox: seen }),
    caseOf('two', 'fetch', url, { firefox: observation() }),
  ]);
  const page = new Map(pagesOf(results)).get('index.html')?.() ?? '';
  const table = page.slice(page.indexOf('id="glance"'), page.indexOf('id="rules"'));
  expect(table).toContain('throws &lt;script&gt;window.pwned');
  expect(table).not.toContain('<script');
  expect(table).not.toContain('<img');
  expect(table.indexOf('>fetch<')).toBeLessThan(table.indexOf('&lt;script&gt;'));
});

test('a cell opens the cases of its mechanism in its browser, and a phone reads whose it is', async ({
  page,
}) => {
  const directory = temporaryDirectory();
  const results = resultsOf([
    caseOf('one', 'fetch', url, { chromium: observation(), firefox: leaked('new deviation') }),
    caseOf('two', 'sendBeacon', url, { chromium: observation() }),
  ]);
  await writeReport(results, directory);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(addressOf(directory, 'index.html'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const table = page.locator('table.glance').first();
  await expect(table.locator('tbody tr').first().locator('td')).toHaveText([
    /blocked.*rejects TypeError · violation event/,
    /not blocked/,
  ]);
  await expect(table.locator('tbody tr').nth(1).locator('td').nth(1)).toHaveText('–not measured');
  const label = (cell: Element) => getComputedStyle(cell, '::before').content;
  expect(await table.locator('td').first().evaluate(label)).toContain('chromium');
  await table.getByRole('link', { name: /not blocked/ }).click();
  await expect(page).toHaveURL(/matrix-by-mechanism\.html\?browser=firefox#mechanism:fetch$/);
  await expect(page.locator('tr[data-row]:visible')).toHaveCount(1);
});
