import { expect, test } from '@playwright/test';
import { attribute } from '../../harness/evidence/attribute.ts';
import { caseInstances } from '../../harness/evidence/instance.ts';
import { documentUrl } from '../../harness/plan/address.ts';
import { expand } from '../../harness/plan/expand.ts';
import { arrived } from '../judgement/fixture.ts';

const scenario = expand(
  {
    id: 'unit',
    title: 'Unit',
    documents: [
      {
        policy: "connect-src 'self'",
        reports: 'report-uri',
        by: 'fetch',
        blocks: ['https://api.test/', 'https://third.test/', 'data:,text'],
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
