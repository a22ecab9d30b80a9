import { expect, test } from '@playwright/test';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { expand } from '../../harness/plan/expand.ts';
import { collect } from '../../harness/rig/collect.ts';
import { Rig } from '../../harness/rig/rig.ts';

const scenario = (id: string, document: object) =>
  expand(
    {
      id,
      title: id,
      documents: [{ policy: 'connect-src *', by: 'fetch', allows: ['http://page.test/'], ...document }],
    },
    id,
    `${id}.ts`,
  );

const upgrading = scenario('unit-upgrading', {
  context: 'document',
  policy: 'upgrade-insecure-requests; connect-src *',
});
const plain = scenario('unit-plain', { page: 'http://page.test/' });

// WebKit goes on to upgrade the frames of whatever page comes next, and its documents are never heard of.
for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`${browser}: a page that has upgraded requests is not used for the next run`, async () => {
    const rig = await Rig.start(resolveBrowser(browser));
    try {
      await collect([upgrading], rig, () => true);
      const seen = await collect([plain], rig, () => true);
      expect([...seen.values()].map(({ calledAt, unasked }) => [calledAt !== null, unasked])).toEqual([
        [true, []],
      ]);
    } finally {
      await rig.close();
    }
  });
