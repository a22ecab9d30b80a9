import { expect, test } from '@playwright/test';
import type { BrowserSession } from '../../harness/engines/engine.ts';
import { Rig } from '../../harness/rig/rig.ts';

/** A browser that only counts. */
function counted() {
  const open = new Set<object>();
  const start = async () => {
    await new Promise((later) => setTimeout(later, 50));
    const session = {
      identity: { name: 'none', engine: 'chromium', version: '1', os: '', drivenBy: '' },
      closed: new Promise<string>(() => {}),
      close: async () => void open.delete(session),
    };
    open.add(session);
    return session as unknown as BrowserSession;
  };
  return { open, start };
}

test('what restarts a browser of a rig that is closed, or is being closed, leaves none running', async () => {
  const { open, start } = counted();
  const rig = await Rig.around(start);
  await rig.restart();
  expect(open.size).toBe(1);
  const restarting = rig.restart().catch((error: Error) => error.message);
  await rig.close();
  expect(await restarting).toBe('the browser was closed for good');
  await expect(rig.restart()).rejects.toThrow('closed for good');
  expect(open.size).toBe(0);
});
