import { expect, test } from '@playwright/test';
import type { BrowserSession, EnginePage } from '../../harness/engines/engine.ts';
import { EngineError } from '../../harness/engines/errors.ts';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { launch } from '../../harness/engines/launch.ts';
import { readRecorded } from '../../harness/expectations/recorded.ts';
import { runParts } from '../../harness/judge/part.ts';
import { expand } from '../../harness/plan/expand.ts';
import { Rig } from '../../harness/rig/rig.ts';

// Scenarios run together. What one of them does to the browser is nothing to the others.

const scenario = (id: string) =>
  expand(
    {
      id,
      title: 'What is listed is allowed, what is not is blocked',
      documents: [
        {
          policy: 'connect-src https://api.test',
          by: ['fetch', 'sendBeacon'],
          allows: ['https://api.test/'],
          blocks: ['https://third.test/'],
        },
      ],
    },
    id,
    `${id}.ts`,
  );

/** A session whose browser is lost whenever a page of it is to open a document of this scenario. */
function losing(id: string, session: BrowserSession): BrowserSession {
  const wrap = (page: EnginePage): EnginePage => ({
    goto: (url) => page.goto(url),
    console: () => page.console(),
    close: () => page.close(),
    evaluate: async <T>(expression: string) => {
      if (expression.includes(`${id}/`)) throw new EngineError('crash', 'it does not survive this');
      return page.evaluate<T>(expression);
    },
  });
  return {
    identity: session.identity,
    closed: session.closed,
    open: async () => wrap(await session.open()),
    close: () => session.close(),
  };
}

test('a scenario that the browser does not survive takes no other of its batch along', async () => {
  const browser = resolveBrowser('chromium');
  const scenarios = [scenario('kept-before'), scenario('takes-it-along'), scenario('kept-after')];
  const rig = await Rig.around(async ({ proxy }) =>
    losing('takes-it-along', await launch(browser, { proxy })),
  );
  try {
    const corpus = { scenarios, file: 'batch.json', hosts: ['page.test', 'api.test'], hash: 'batch' };
    const parts = await runParts(scenarios, rig, readRecorded(browser, true), corpus);
    const seen = [...parts].map(([id, { cases }]) => [
      id,
      cases.map(({ expected, observed }) => [expected, observed.chromium?.verdict]),
    ]);
    const asExpected = ['allowed', 'allowed', 'blocked', 'blocked'].map((one) => [one, one]);
    const lost = asExpected.map(([expected]) => [expected, 'inconclusive']);
    expect(seen).toEqual([
      ['kept-before', asExpected],
      ['takes-it-along', lost],
      ['kept-after', asExpected],
    ]);
    for (const { observed } of parts.get('takes-it-along')?.cases ?? [])
      expect(observed.chromium?.reason).toContain('The browser was lost 3 times; last by crash');
  } finally {
    await rig.close();
  }
});
