import { expect, test } from '@playwright/test';
import { documentUrl } from '../../harness/plan/address.ts';
import { expand } from '../../harness/plan/expand.ts';
import { attribute } from '../../harness/rig/attribute.ts';
import type { Heard } from '../../harness/rig/heard.ts';
import { caseInstances } from '../../harness/rig/instance.ts';
import { arrived } from '../judge/fixture.ts';

const redirected = { url: 'https://page.test/from', redirects: ['https://other.test/to'] };
const scenario = expand(
  {
    id: 'unit',
    title: 'Unit',
    documents: [
      {
        policy: "connect-src 'self'",
        reports: 'report-uri',
        by: 'fetch',
        blocks: ['https://api.test/', 'https://third.test/', redirected, 'data:,text'],
      },
    ],
  },
  'unit',
  'unit.ts',
);
const instances = caseInstances(scenario);
const idOf = (url: string) => scenario.cases.find(({ target }) => target.url === url)?.id as string;
const report = (fields: Record<string, string>) => ({
  ...arrived(0, 'report'),
  report: { 'csp-report': fields },
});
const given = (fields: Record<string, string>) =>
  [...attribute(instances, [], [report(fields)])].flatMap(([id, { reports }]) =>
    reports.length > 0 ? [id] : [],
  );

test('a report belongs to the case its blocked URL names', () => {
  const id = idOf('https://third.test/');
  expect(given({ 'blocked-uri': `https://third.test/?case=${encodeURIComponent(id)}&run=1` })).toEqual([id]);
});

test('a report that names no case belongs to the only connection of its document', () => {
  const alone = instances.find(({ connections }) => connections[0]?.target.url === 'data:,text');
  if (alone === undefined) throw new Error('no document');
  const uri = documentUrl(alone.document, alone.id);
  expect(given({ 'blocked-uri': 'data', 'document-uri': `${uri}#top` })).toEqual([idOf('data:,text')]);
});

test('where a document holds several connections, such a report is nobody’s', () => {
  const [shared] = instances;
  if (shared === undefined) throw new Error('no document');
  expect(given({ 'blocked-uri': '', 'document-uri': documentUrl(shared.document, shared.id) })).toEqual([]);
});

const told = (...messages: Heard[]) => attribute(instances, messages, []);
const [together, alone] = instances.map(({ id, connections }) => ({
  id,
  ids: connections.map((one) => one.id),
}));
if (together === undefined || alone === undefined) throw new Error('the scenario has two documents');
const by = (document: string) => ({ document, key: '', time: 5 });

test('that a document was left is said of each of its cases, and of no other', () => {
  const shares = told({ ...by(together.id), kind: 'unloaded' });
  expect([...shares].filter(([, { unloaded }]) => unloaded).map(([id]) => id)).toEqual(together.ids);
});

test('what was refused counts against the document it names, and the first reason stands', () => {
  const shares = told(
    { kind: 'refused', document: alone.id, reason: 'first' },
    { kind: 'refused', document: alone.id, reason: 'second' },
    { kind: 'refused', document: null, reason: 'nobody' },
    { kind: 'refused', document: 'unknown', reason: 'nobody' },
  );
  expect([...shares].filter(([, { refused }]) => refused !== null).map(([id]) => id)).toEqual(alone.ids);
  expect(shares.get(alone.ids[0] as string)?.refused).toBe('first');
});

test('an event that names no case belongs to the only connection of its document, unless it is about script', () => {
  const event = (blockedURI: string) =>
    told({ kind: 'violation', target: 'document', fields: { blockedURI }, ...by(alone.id) } as Heard);
  const id = alone.ids[0] as string;
  expect(event('data').get(id)?.violations).toHaveLength(1);
  expect(event('https://page.test/connect-src-agent.js').get(id)?.violations).toEqual([]);
  expect(event('wasm-eval').get(id)?.violations).toEqual([]);
});

test('of a document with one connection, an event about a host that it never goes to is of something else', () => {
  const one = caseInstances(
    expand(
      { id: 'one', title: 'One', documents: [{ by: 'fetch', allows: ['https://api.test/'] }] },
      'one',
      'one.ts',
    ),
  );
  const [{ id, connections }] = one as [(typeof one)[0]];
  const event = (blockedURI: string) =>
    attribute(
      one,
      [{ kind: 'violation', target: 'document', fields: { blockedURI }, ...by(id) } as Heard],
      [],
    ).get(connections[0]?.id as string)?.violations.length;
  expect(event('https://page.test/favicon.ico')).toBe(0);
  expect(event('https://api.test')).toBe(1);
  expect(event('wss://api.test:8443/')).toBe(1);
  expect(event('data')).toBe(1);
});

test('what a ReportingObserver is given without a case is of the only connection of its document', () => {
  const observed = { type: 'csp-violation', url: 'https://page.test/', body: { blockedURL: 'data' } };
  const shares = told(
    { ...by(alone.id), kind: 'observes' },
    { ...by(alone.id), kind: 'observed', report: observed },
  );
  expect(shares.get(alone.ids[0] as string)?.observedReports).toEqual([observed]);
});

test('an event or a report that names no case of several casts doubt on those that are redirected, and on no other', () => {
  const [shared] = instances;
  if (shared === undefined) throw new Error('no document');
  const doubted = (shares: ReturnType<typeof told>) =>
    [...shares].flatMap(([id, { nameless }]) => (nameless === null ? [] : [[id, nameless]]));
  const event = (blockedURI: string) =>
    told({ kind: 'violation', target: 'document', fields: { blockedURI }, ...by(shared.id) } as Heard);
  const id = idOf('https://page.test/from');
  expect(doubted(event('https://other.test'))).toEqual([[id, 'https://other.test']]);
  expect(doubted(event(`https://other.test/?case=${encodeURIComponent(id)}&run=1&hop=1`))).toEqual([]);
  expect(doubted(event('inline'))).toEqual([]);
  const uri = documentUrl(shared.document, shared.id);
  const reported = report({ 'blocked-uri': 'https://other.test', 'document-uri': uri });
  expect(doubted(attribute(instances, [], [reported]))).toEqual([[id, 'https://other.test']]);
});

test('what a service worker was given is said of that case only', () => {
  const [first] = together.ids as [string];
  const shares = told({ ...by(together.id), kind: 'handled', case: first });
  expect([...shares].filter(([, { handled }]) => handled).map(([id]) => id)).toEqual([first]);
});

test('two globals of a document that both hear reports lose none', () => {
  const [first] = together.ids as [string];
  const body = { blockedURL: `https://api.test/?case=${encodeURIComponent(first)}` };
  const observed = { type: 'csp-violation', url: 'https://page.test/', body };
  const shares = told(
    { ...by(together.id), kind: 'observes' },
    { ...by(together.id), kind: 'observed', report: observed },
    { ...by(together.id), kind: 'observes' },
  );
  expect(shares.get(first)?.observedReports).toEqual([observed]);
});
