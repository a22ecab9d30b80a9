import { expect, test } from '@playwright/test';
import { toCsv } from '../../harness/exports/csv.ts';
import { blockedCase, letThrough, observation, run } from '../results/synthetic-results.ts';

/** A reader of RFC 4180, written from its grammar: what a spreadsheet would see. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (cell.lastIndex === text.length) return rows;
  }
  throw new Error('not RFC 4180');
}

test('one line a case and browser, all of one length, under a header', () => {
  const rows = parse(
    toCsv(
      run([
        blockedCase('one', 'fetch', {
          chromium: letThrough(),
          firefox: observation({ reason: 'it said "no",\nand left' }),
        }),
      ]),
    ),
  );
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]?.length]));
  const column = (name: string) => rows.slice(1).map((row) => row[rows[0]?.indexOf(name) ?? -1]);
  expect(new Set(rows[0]).size, 'a column name twice').toBe(rows[0]?.length);
  expect(column('browser')).toEqual(['chromium', 'firefox']);
  expect(column('verdict')).toEqual(['allowed', 'blocked']);
  expect(column('enforcement')).toEqual(['deviates', 'conforms']);
  expect(column('reason')[1]).toBe('it said "no",\nand left');
  expect(column('policy')[0]).toBe("connect-src 'self'");
});

test('what sets a case apart is in it: its way, its options, and every policy', () => {
  const one = blockedCase('one', 'fetch', { firefox: observation() });
  const results = run([
    {
      ...one,
      redirects: [
        { status: 302, to: 'https://api.test/' },
        { status: 307, to: 'https://third.test/' },
      ],
      options: { mode: 'no-cors' },
    },
    { ...one, id: 'one/1/fetch/plain' },
  ]);
  const [document] = results.scenarios[0]?.documents ?? [];
  if (document) {
    document.policy = ["connect-src 'self'", 'default-src https:'];
    document.meta = ['connect-src https:'];
    document.reportOnly = ["connect-src 'none'", 'img-src *'];
    document.allowlist = ['(response-origin)', '()'];
    document.creator = {
      policy: ['connect-src *'],
      meta: ['font-src *'],
      reportOnly: ['media-src *'],
      allowlistReportOnly: ['()'],
    };
  }
  const [head = [], first = [], plain = []] = parse(toCsv(results));
  const cell = (row: string[], name: string) => row[head.indexOf(name)];
  expect(cell(first, 'redirects')).toBe('302 https://api.test/ → 307 https://third.test/');
  expect(cell(first, 'options')).toBe('{"mode":"no-cors"}');
  expect(cell(first, 'policy')).toBe("connect-src 'self', default-src https:, connect-src https:");
  expect(cell(first, 'report-only policy')).toBe("connect-src 'none', img-src *");
  expect(cell(first, 'creator policy')).toBe('connect-src *, font-src *');
  expect(cell(first, 'creator report-only policy')).toBe('media-src *');
  expect(cell(first, 'connection allowlist')).toBe('(response-origin), ()');
  expect(cell(first, 'creator connection allowlist')).toBe('');
  expect(cell(first, 'creator report-only connection allowlist')).toBe('()');
  expect([cell(plain, 'redirects'), cell(plain, 'options')]).toEqual(['', '']);
});

test('no cell is a formula to a spreadsheet', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    const rows = parse(
      toCsv(run([blockedCase('one', 'fetch', { firefox: observation({ reason: `${start}cmd()` }) })])),
    );
    expect(rows[1]?.at(-1)).toBe(`'${start}cmd()`);
  }
});
