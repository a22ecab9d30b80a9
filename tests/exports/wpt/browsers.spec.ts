import { expect, test } from '@playwright/test';
import type { BrowserSession, EnginePage } from '../../../harness/engines/engine.ts';
import { launch, resolveBrowser } from '../../../harness/engines/find.ts';
import { toWpt } from '../../../harness/exports/wpt/wpt.ts';
import { loadCorpus } from '../../../harness/plan/load.ts';
import { startWptServer, type WptServer } from './server.ts';

const { files, tests } = toWpt(await loadCorpus());

for (const name of ['chromium', 'firefox', 'webkit'] as const)
  test.describe(name, () => {
    test.describe.configure({ mode: 'default' });
    let server: WptServer;
    let session: BrowserSession;
    // One for all: WebKitWebDriver opens no window from one that is closed.
    let page: EnginePage;

    test.beforeAll(async () => {
      server = await startWptServer(files);
      session = await launch(resolveBrowser(name), { proxy: server });
      page = await session.open();
    });
    test.afterAll(async () => {
      await session?.close();
      await server?.close();
    });

    // What is expected stands in no title: Playwright finds tests by those.
    for (const [path, { fails }] of Object.entries(tests))
      test(path, async () => {
        await page.goto(server.urlOf(path));
        const result = await page.evaluate<{ status: string; asserted?: boolean; message: string }>(
          'testResult',
        );
        if (fails.includes(name)) expect(result).toMatchObject({ status: 'FAIL', asserted: true });
        else expect(result.status, result.message).toMatch(/^(PASS|PRECONDITION_FAILED)$/);
      });
  });
