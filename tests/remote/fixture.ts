import { test as base } from '@playwright/test';
import { LISTEN } from '../../harness/engines/listen.ts';
import { type Machine, startMachine } from './machine.ts';

/** Gives each test another machine, and says to listen where that one reaches us; without one, the test is skipped. */
export const test = base.extend<{ machine: Machine; listening: Machine }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from the pattern.
  machine: async ({}, use, testInfo) => {
    const machine = await startMachine();
    if (typeof machine === 'string') {
      testInfo.skip(true, machine);
      return;
    }
    await use(machine);
    await machine.stop();
  },
  listening: async ({ machine }, use) => {
    const before = process.env[LISTEN];
    process.env[LISTEN] = machine.ours;
    await use(machine);
    if (before === undefined) delete process.env[LISTEN];
    else process.env[LISTEN] = before;
  },
});

export { expect } from '@playwright/test';
