import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { type ServedCase, serveCase } from '../../../harness/cli/by-hand/serve-case.ts';
import type { EnginePage } from '../../../harness/engines/engine.ts';
import { resolveBrowser } from '../../../harness/engines/find.ts';
import { launch } from '../../../harness/engines/launch.ts';
import { expand } from '../../../harness/plan/expand.ts';

const planned = expand(
  {
    id: 'by-hand',
    title: 'A host that is not listed is blocked',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: 'fetch',
        allows: ['https://api.test/'],
        blocks: ['https://third.test/'],
      },
    ],
  },
  'by-hand',
  'by-hand.json',
);

/** What a person would do: open the page, and read it. */
async function verdictShownFor(
  index: number,
  before: (page: EnginePage, served: ServedCase) => Promise<void> = async () => {},
): Promise<string> {
  const served = await serveCase([planned], planned.cases[index]?.id ?? '');
  const { hostname, port } = new URL(served.proxy);
  const browser = await launch(resolveBrowser('chromium'), { proxy: { host: hostname, port: Number(port) } });
  try {
    const page = await browser.open();
    await before(page, served);
    await page.goto(served.open);
    await served.judged;
    return await page.evaluate<string>('document.getElementById("verdict").textContent');
  } finally {
    await browser.close();
    await served.close();
  }
}

test('the page shows the verdict of an allowed and of a blocked case', async () => {
  expect(await verdictShownFor(0)).toContain('expected allowed · specification allowed · observed allowed');
  expect(await verdictShownFor(1)).toContain('expected blocked · specification blocked · observed blocked');
});

test('forged and unreadable answers from another origin are refused, named, and decide nothing', async () => {
  let refused: readonly string[] = [];
  const forged = [
    { command: 0, value: 'made up', userAgent: 'forged' },
    { ticket: '0', value: '[]', userAgent: 'forged' },
    { ticket: 7 },
    null,
  ];
  const shown = await verdictShownFor(0, async (page, served) => {
    await page.goto('https://third.test/');
    for (const answer of forged) {
      const init = { method: 'POST', mode: 'no-cors', body: JSON.stringify(answer) };
      await page.evaluate(
        `fetch('https://page.test/report/by-hand', ${JSON.stringify(init)}).then(() => null)`,
      );
    }
    refused = served.refused();
  });
  expect(shown).toContain('observed allowed');
  expect(shown).not.toContain('forged');
  const from = 'an answer from https://third.test';
  expect(refused).toEqual([
    `${from} cannot be read`,
    `${from} names no command that was given`,
    `${from} cannot be read`,
    `${from} cannot be read`,
  ]);
});

test('the start page on localhost leads there', async ({ request }) => {
  const served = await serveCase([planned], planned.cases[0]?.id ?? '');
  try {
    const page = await (await request.get(served.url)).text();
    expect(page).toContain(served.open);
    const configuration = await (await request.get(new URL('proxy.pac', served.url).href)).text();
    expect(configuration).toContain('shExpMatch(host, "page.test")');
  } finally {
    await served.close();
  }
});

test('a start page that cannot have its port says so', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const served = serveCase([planned], planned.cases[0]?.id ?? '', port);
  await expect(served).rejects.toThrow(expect.objectContaining({ name: 'UserError' }));
  await expect(served).rejects.toThrow(`cannot be served on port ${port}: listen EADDRINUSE`);
  await expect(served).rejects.toThrow('Give another --port');
  taken.close();
});

test('an unknown case is said to be unknown', async () => {
  await expect(serveCase([planned], 'by-hand/none')).rejects.toThrow('there is no case "by-hand/none"');
});
