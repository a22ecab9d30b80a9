import { expect, test } from '@playwright/test';
import { acquireDisplay, hasUsableDisplay } from '../../harness/engines/display.ts';
import { processesOf } from './processes-of.ts';

test.skip(process.platform !== 'linux', 'X servers');

const { DISPLAY } = process.env;
test.afterEach(() => {
  // Other tests of this process start browsers on it.
  if (DISPLAY === undefined) delete process.env.DISPLAY;
  else process.env.DISPLAY = DISPLAY;
});

const servers = () => processesOf(process.pid).filter(({ name }) => name === 'Xvfb');

test('one Xvfb serves all, and stops with the last of them', async () => {
  // A display that is left over from a session that ended counts as none.
  process.env.DISPLAY = ':4711';
  expect(await hasUsableDisplay()).toBe(false);
  const [first, second] = await Promise.all([acquireDisplay(), acquireDisplay()]);
  expect(first.name).toMatch(/^:\d+$/);
  expect(second.name).toBe(first.name);
  expect(servers()).toHaveLength(1);

  process.env.DISPLAY = first.name;
  expect(await hasUsableDisplay()).toBe(true);
  const own = await acquireDisplay();
  expect(own.name).toBe(first.name);
  await own.release();

  await first.release();
  await first.release();
  expect(servers()).toHaveLength(1);
  await second.release();
  expect(servers()).toHaveLength(0);
});
