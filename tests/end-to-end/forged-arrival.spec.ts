import { once } from 'node:events';
import { request as openRequest } from 'node:http';
import { expect, test } from '@playwright/test';
import type { Rig } from '../../harness/rig/rig.ts';
import { plain, runWith, seenOf } from './rigged.ts';

// Another process of this machine speaks for the cases that are blocked, as often as it can, while they run.

test('a GET with a case’s id to the port of the proxy changes no verdict', async () => {
  const blocked = plain.cases.filter(({ expected }) => expected === 'blocked');
  let rig: Rig | undefined;
  let answered = 0;
  let over = false;
  const forge = async () => {
    while (!over) {
      for (const { id, target } of blocked) {
        const { host } = new URL(target.url);
        const query = `/?case=${id}&run=1`;
        const outgoing = openRequest({
          host: '127.0.0.1',
          port: rig?.servers.proxy.port,
          path: `http://${host}${query}`,
          headers: { host },
          agent: false,
        }).end();
        try {
          const [response] = await once(outgoing, 'response');
          response.resume();
          answered += 1;
        } catch {
          // The servers are being closed.
        }
      }
    }
  };
  let forging: Promise<void> | undefined;
  const results = await runWith('chromium', (running) => {
    rig = running;
    forging = forge();
  }).finally(() => {
    over = true;
  });
  await forging;
  expect(answered).toBeGreaterThan(2);
  expect(seenOf(results, 'blocked').map(({ verdict, status }) => `${verdict}, ${status}`)).toEqual([
    'blocked, conforms',
    'blocked, conforms',
  ]);
  // Neither is it silent: the results name what was refused.
  const strays = (results.incidents ?? []).filter(({ kind }) => kind === 'stray');
  expect(strays.map(({ what }) => what)).toContainEqual(
    expect.stringMatching(/^GET http:\/\/third\.test\/\S+ had a mark that is not of this run, \d+ times$/),
  );
});
