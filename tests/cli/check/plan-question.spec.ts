import { expect, test } from '@playwright/test';
import type { AskedDocument } from '../../../harness/cli/check/asked.ts';
import { adviceOn, documentAfter } from '../../../harness/cli/check/changes.ts';
import { planQuestion } from '../../../harness/cli/check/plan-question.ts';

const asked = (more: Partial<AskedDocument> = {}): AskedDocument => ({
  page: 'https://app.example.com/',
  policy: ["connect-src 'self'"],
  reportOnly: [],
  meta: [],
  context: 'document',
  connections: [{ url: 'https://api.example.com/v1', redirects: [], by: 'fetch' }],
  ...more,
});

const plan = (...documents: AskedDocument[]) => planQuestion('check', 'Check', documents);

test('the oracle says what to expect, and the question brings its hosts', () => {
  const own = { url: 'https://app.example.com/x', redirects: ['https://b.example.net/'], by: 'fetch' };
  const { connections, corpus } = plan(asked({ connections: [...asked().connections, own] }));
  expect(connections.map(({ one }) => one.expected)).toEqual(['blocked', 'blocked']);
  expect(corpus.hosts).toEqual(['api.example.com', 'app.example.com', 'b.example.net']);
});

test('documents that are alike are one, and so are connections that differ in their queries', () => {
  const other = { url: 'https://api.example.com/v1?page=2', redirects: [], by: 'fetch' };
  const { connections, scenario } = plan(asked(), asked({ connections: [other] }));
  expect(scenario.documents).toHaveLength(1);
  expect(connections).toHaveLength(1);
});

test('the parameters that the servers use are taken out of URLs', () => {
  const url = 'https://api.example.com/v1?run=1&q=2&document=x';
  const { connections } = plan(asked({ connections: [{ url, redirects: [], by: 'fetch' }] }));
  expect(connections.map(({ asked, one }) => [asked.url, one.target.url])).toEqual([
    [url, 'https://api.example.com/v1?q=2'],
  ]);
});

test('a URL that its API refuses is planned as refused', () => {
  const url = 'https://user:word@api.example.com/';
  const { connections } = plan(asked({ connections: [{ url, redirects: [], by: 'fetch' }] }));
  expect(connections.map(({ one }) => one.expected)).toEqual(['blocked']);
});

test('what cannot be entered under the policy is not played', () => {
  const { connections, scenario } = plan(asked({ context: 'blob-worker', policy: ["default-src 'self'"] }));
  expect(connections.map(({ way }) => way.how)).toEqual(['impossible']);
  expect(scenario.cases).toEqual([]);
});

for (const context of ['document', 'worker', 'srcdoc'])
  test(`the change that is advised lets the connection through in a ${context}`, () => {
    const [planned] = plan(asked({ context })).connections;
    if (planned === undefined) throw new Error('no connection');
    const change = adviceOn(planned).find((one) => one.change)?.change;
    if (change === undefined) throw new Error('no change');
    const after = documentAfter(planned, change);
    expect(after.policy).toEqual(["connect-src 'self' https://api.example.com/v1"]);
    expect(after.connections).toEqual(planned.document.connections);
    expect(plan(after).connections.map(({ one }) => one.expected)).toEqual(['allowed']);
  });
