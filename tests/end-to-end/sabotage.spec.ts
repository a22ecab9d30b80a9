import { expect, test } from '@playwright/test';
import { failureText } from '../../harness/cli/failure.ts';
import { processesOf } from '../engines/processes-of.ts';
import { runWith, seenOf } from './rigged.ts';

// No check is worth anything that cannot fail: each of these breaks one thing on purpose and sees the verdicts follow.

test.describe.configure({ mode: 'default' });
/** Kills every process of the browser; fails where there is none, since nothing would be tried then. */
function killChromium(): void {
  const found = processesOf(process.pid).filter(({ name }) => /chrom/.test(name));
  expect(found).not.toEqual([]);
  for (const { pid } of found) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // It has ended with one that was killed before it.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

test.afterEach(() => {
  delete process.env.CONNECT_SRC_SABOTAGE;
});

for (const browser of ['chromium', 'firefox', 'webkit']) {
  test(`${browser}: nothing broken, everything allowed and blocked as declared`, async () => {
    const results = await runWith(browser);
    expect(seenOf(results, 'allowed').map(({ verdict }) => verdict)).toEqual(['allowed', 'allowed']);
    expect(seenOf(results, 'blocked').map(({ verdict }) => verdict)).toEqual(['blocked', 'blocked']);
  });

  test(`${browser}: policy stripped, what should be blocked is seen to leave`, async () => {
    process.env.CONNECT_SRC_SABOTAGE = 'strip-policy';
    const results = await runWith(browser);
    for (const seen of seenOf(results, 'blocked'))
      expect(seen).toMatchObject({ verdict: 'allowed', status: 'new deviation', kind: 'security' });
    expect(failureText(results)).toContain(`npx playwright test --project=${browser} --grep ' end-to-end:'`);
  });

  test(`${browser}: policy tightened, what should be allowed is seen to be blocked`, async () => {
    process.env.CONNECT_SRC_SABOTAGE = 'add-none';
    const results = await runWith(browser);
    for (const seen of seenOf(results, 'allowed'))
      expect(seen).toMatchObject({ verdict: 'blocked', status: 'new deviation', kind: 'compatibility' });
  });
}

test('third-party servers down: nothing is called blocked for not arriving', async () => {
  const results = await runWith('chromium', (rig) => rig.servers.thirdParty.close());
  expect(seenOf(results, 'allowed').map(({ verdict }) => verdict)).toEqual(['inconclusive', 'inconclusive']);
  expect(failureText(results)).toContain('inconclusive');
});

test('browser killed: the scenario is run again in a fresh one, and judged', async () => {
  const results = await runWith('chromium', killChromium);
  expect(seenOf(results, 'allowed').map(({ verdict }) => verdict)).toEqual(['allowed', 'allowed']);
});

test('browser killed every time: inconclusive, and the run fails', async () => {
  const results = await runWith('chromium', (rig) => {
    const { restart } = rig;
    killChromium();
    rig.restart = async () => {
      await restart.call(rig);
      killChromium();
    };
  });
  for (const seen of [...seenOf(results, 'allowed'), ...seenOf(results, 'blocked')])
    expect(seen).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining('lost 3 times') });
});

test('an unknown sabotage is refused', async () => {
  process.env.CONNECT_SRC_SABOTAGE = 'gremlins';
  await expect(runWith('chromium')).rejects.toThrow('unknown sabotage "gremlins"');
});
