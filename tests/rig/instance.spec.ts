import { expect, test } from '@playwright/test';
import { expand } from '../../harness/plan/expand.ts';
import { planOpenControls } from '../../harness/rig/controls.ts';
import { caseInstances, type Instance, wavesOf } from '../../harness/rig/instance.ts';

const redirected = { url: 'https://api.test/from', redirects: ['https://third.test/to'] };
const scenario = expand(
  {
    id: 'unit',
    title: 'Unit',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['fetch', 'XMLHttpRequest', 'XMLHttpRequest sync'],
        allows: ['https://api.test/'],
        blocks: [redirected, { url: 'data:,text', by: ['fetch'] }],
      },
    ],
  },
  'unit',
  'unit.ts',
);
const inWords = ({ connections }: Instance) =>
  connections.map(({ mechanism, target }) => `${mechanism.name} ${target.url}`);

test('what no event names has a document of its own', () => {
  expect(caseInstances(scenario).map(inWords)).toEqual([
    [
      ...['fetch https://api.test/', 'XMLHttpRequest https://api.test/'],
      ...['fetch https://api.test/from', 'XMLHttpRequest https://api.test/from'],
    ],
    ['XMLHttpRequest sync https://api.test/', 'XMLHttpRequest sync https://api.test/from'],
    ['fetch data:,text'],
  ]);
});

test('redirects have documents of their own where the browser’s events do not name them', () => {
  expect(caseInstances(scenario, true).map(inWords)).toEqual([
    ['fetch https://api.test/', 'XMLHttpRequest https://api.test/'],
    ['XMLHttpRequest sync https://api.test/'],
    ['fetch https://api.test/from'],
    ['XMLHttpRequest https://api.test/from'],
    ['XMLHttpRequest sync https://api.test/from'],
    ['fetch data:,text'],
  ]);
});

test('a redirect that is held back until its document is gone has a document of its own', () => {
  const documents = ['removed-frame', 'frame'].map((context) => ({
    context,
    by: ['fetch'],
    allows: ['https://api.test/', redirected],
  }));
  const leaving = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts');
  expect(caseInstances(leaving).map(inWords)).toEqual([
    ['fetch https://api.test/'],
    ['fetch https://api.test/from'],
    ['fetch https://api.test/', 'fetch https://api.test/from'],
  ]);
});

test('a hyperlink is followed in a document of its own where the document upgrades it to another URL', () => {
  const documents = ['http', 'https'].map((scheme) => ({
    page: `${scheme}://page.test/`,
    policy: 'upgrade-insecure-requests',
    by: ['fetch', 'a[ping]'],
    allows: ['https://api.test/'],
  }));
  const upgrading = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts');
  expect(caseInstances(upgrading).map(inWords)).toEqual([
    ['fetch https://api.test/'],
    ['a[ping] https://api.test/'],
    ['fetch https://api.test/', 'a[ping] https://api.test/'],
  ]);
});

test('synchronous connections are opened after all others', () => {
  const [first, second, ...more] = wavesOf(caseInstances(scenario)).map(({ instances }) => instances);
  expect(more).toEqual([]);
  expect(first?.flatMap(inWords).filter((one) => one.includes('sync'))).toEqual([]);
  expect(second?.flatMap(inWords)).toEqual([
    'XMLHttpRequest sync https://api.test/',
    'XMLHttpRequest sync https://api.test/from',
  ]);
});

test('open controls share a document: without a policy there is no event to tell apart', () => {
  const { instances } = planOpenControls(scenario.cases, () => true);
  expect(instances.map((one) => inWords(one).length)).toEqual([5, 2]);
});

test('documents that are come back to are opened after all others', () => {
  const documents = ['bfcache-document', 'frame'].map((context) => ({
    context,
    by: ['XMLHttpRequest sync'],
    allows: ['https://api.test/'],
  }));
  const returning = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts');
  expect(
    wavesOf(caseInstances(returning)).map(({ pacing, instances }) => [
      pacing,
      ...instances.map(({ document }) => document.context.name),
    ]),
  ).toEqual([
    ['synchronous', 'frame'],
    ['returning', 'bfcache-document'],
  ]);
});
