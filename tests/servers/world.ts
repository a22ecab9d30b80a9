import { test as base } from '@playwright/test';
import { type Servers, startServers } from '../../servers/index.ts';

/** The hosts these tests use. */
export const HOSTS = [
  'page.test',
  '*.page.test',
  'api.test',
  '*.third.test',
  'example.com',
  'bücher.test',
  'localhost',
  '127.0.0.1',
  '[::1]',
];

/** Gives each test a local world with nothing declared and an empty ledger. */
export const test = base.extend<{ servers: Servers }, { running: Servers }>({
  running: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from the pattern.
    async ({}, use) => {
      const servers = await startServers({ hosts: HOSTS });
      await use(servers);
      await servers.close();
    },
    { scope: 'worker' },
  ],
  servers: async ({ running }, use) => {
    running.reset();
    await use(running);
  },
});

export { expect } from '@playwright/test';
