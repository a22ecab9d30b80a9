import { expect, test } from '@playwright/test';
import { answerTo } from '../../harness/cli/check/answer.ts';
import type { AskedDocument } from '../../harness/cli/check/asked.ts';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { type Example, examples } from './example.ts';

/** An example as `connect-src check` takes it. */
const asked = ({
  page,
  policy = [],
  reportOnly = [],
  meta = [],
  context = 'document',
  connections,
}: Example): AskedDocument => ({
  ...{ page, policy, reportOnly, meta, context },
  connections: connections.map(({ by, url, redirects = [] }) => ({ by, url, redirects })),
});

for (const browser of ['chromium', 'firefox', 'webkit'] as const)
  test(`${browser} lets out of each example what its page says`, async () => {
    test.setTimeout(300_000);
    const documents = examples.map(([, example]) => asked(example));
    const { answer } = await answerTo({ documents, notes: [] }, [resolveBrowser(browser)]);
    const seen = answer.connections.map(({ url, by, page, observed }) => [page, by, url, observed[browser]]);
    expect(seen).toEqual(
      examples.flatMap(([, { page, connections }]) =>
        connections.map(({ by, url, expect: expected, but }) => [page, by, url, but?.[browser] ?? expected]),
      ),
    );
  });
