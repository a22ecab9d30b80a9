import { expect, test } from '@playwright/test';
import { checkAllowlists } from '../../harness/plan/checks/allowlists.ts';
import { delivery } from '../../harness/plan/delivery.ts';
import { expand } from '../../harness/plan/expand.ts';
import type { DocumentSource } from '../../harness/plan/scenario.ts';
import { wayInto } from '../../harness/plan/way-in.ts';
import { planClosedControls, planOpenControls } from '../../harness/rig/controls.ts';

const planned = (document: Partial<DocumentSource>) =>
  expand(
    { id: 'unit', title: 'Unit', documents: [{ by: 'fetch', allows: ['https://api.test/'], ...document }] },
    'unit',
    'unit.ts',
  );

function wayOf(document: Partial<DocumentSource>): string {
  const [first] = planned(document).documents;
  if (first === undefined) throw new Error('no document');
  return wayInto(first, {}).how;
}

for (const [how, document] of [
  ['script', { allowlist: '(response-origin)' }],
  ['script', { allowlist: '("https://page.test/connect-src-agent.js")' }],
  ['script', { allowlistReportOnly: '()' }],
  ['script', { context: 'blob-worker', allowlist: '(response-origin)' }],
  ['script', { context: 'worker', allowlist: '()' }],
  ['injected', { allowlist: '()' }],
  ['injected', { allowlist: '("https://api.test")' }],
  // Chromium takes it for an empty one.
  ['injected', { allowlist: 'response-origin' }],
  ['impossible', { context: 'blob-worker', allowlist: '()' }],
  ['impossible', { context: 'worker', creator: { allowlist: '()' } }],
] satisfies [string, Partial<DocumentSource>][])
  test(`the agent comes in by ${how}: ${JSON.stringify(document)}`, () => {
    expect(wayOf(document)).toBe(how);
  });

test('an allowlist goes out with what the global inherits from', () => {
  const at = (context: string) => {
    const [document] = planned({ context, allowlist: '(response-origin)' }).documents;
    if (document === undefined) throw new Error('no document');
    const { own, creator } = delivery(document);
    return [own.allowlist.length, creator?.allowlist.length];
  };
  expect(['frame', 'worker', 'srcdoc', 'data-worker'].map(at)).toEqual([
    [1, undefined],
    [1, 0],
    [0, 1],
    [0, 1],
  ]);
});

test('no control has an allowlist: what is compared with it would be stopped as well', () => {
  const { cases } = planned({ allowlist: '()', creator: { allowlist: '()' }, context: 'nested-frame' });
  const controls = [planOpenControls(cases, () => true), planClosedControls(cases)];
  for (const { instances } of controls)
    for (const { document } of instances) {
      expect([document.allowlist, document.allowlistReportOnly, document.creator]).toEqual([[], [], null]);
    }
});

test('a pattern that looks at the query is rejected: the marks of the servers are there', () => {
  const of = (allowlist: string) => () => checkAllowlists(planned({ allowlist }));
  expect(of('("https://api.test/*")')).not.toThrow();
  expect(of('("https://api.test/?")')).toThrow(/looks at the query of https:\/\/api\.test\//);
});

test('an allowlist reports by report-to, and has no report-uri', () => {
  const of = (reports: 'report-uri' | 'report-to') => planned({ allowlist: '();redirects=allow', reports });
  const [document] = of('report-to').documents;
  expect(document && delivery(document).own.allowlist).toEqual(['();redirects=allow;report-to=reports']);
  expect(() => checkAllowlists(of('report-to'))).not.toThrow();
  expect(() => checkAllowlists(of('report-uri'))).toThrow(/which governs those reports too/);
});
