import { expect, test } from '@playwright/test';
import { expand } from '../../harness/plan/expand.ts';
import { unasked } from '../../harness/rig/unasked.ts';

const documentIn = (context: string) => {
  const documents = [{ context, policy: "connect-src 'none'", by: 'fetch', blocks: ['https://api.test/'] }];
  const [document] = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts').documents;
  if (document === undefined) throw new Error('no document');
  return document;
};
const page = { url: 'https://page.test/one' };
const script = { url: 'https://page.test/one/own.js' };

for (const [name, context, arrived, expected] of [
  ['nothing was asked for', 'worker', [], [page.url, script.url]],
  ['only the page was', 'worker', [page], [script.url]],
  ['both were', 'worker', [page, script], []],
  ['a frame has nothing but its document', 'frame', [page], []],
  ['a srcdoc has no response of its own', 'srcdoc', [page], []],
  [
    'a service worker in front is a script',
    'forwarded-frame',
    [page, { url: `${page.url}/own.html` }],
    [script.url],
  ],
  ['a query is not looked at', 'worker', [{ url: `${page.url}?x` }, script], []],
] as const)
  test(`${name}: ${expected.length} never asked for`, () => {
    expect(unasked(documentIn(context), 'one', arrived)).toEqual(expected);
  });
