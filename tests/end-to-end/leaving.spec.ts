import { expect, test } from '@playwright/test';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { observe } from '../../harness/judge/observe.ts';
import { expand } from '../../harness/plan/expand.ts';
import { reachable } from '../../harness/plan/reachable.ts';
import { collect } from '../../harness/rig/collect.ts';
import { Rig } from '../../harness/rig/rig.ts';

/** Markup that leads a page away as soon as its connections have been started; on its way out it may still be told of some. */
const leaving = (call: string) => `<script>addEventListener('connectSrcCalled', () => { ${call} })</script>`;
const isReloaded = `performance.getEntriesByType('navigation')[0].type === 'reload'`;

/** Each in a scenario of its own: the last one takes the page away that others would be framed in. */
const documents = {
  'a frame': { markup: leaving(`location.href = 'https://third.test/elsewhere'`) },
  'a top-level page': {
    context: 'document',
    markup: leaving(`location.href = 'https://third.test/elsewhere'`),
  },
  'a frame that loads itself again': { markup: leaving(`if (!(${isReloaded})) location.reload()`) },
  'a frame that takes the whole page along': {
    markup: leaving(`top.location.href = 'https://third.test/elsewhere'`),
  },
};

const scenarios = Object.entries(documents).map(([name, document]) => {
  const allowed = {
    policy: 'connect-src https://api.test',
    by: ['fetch', 'XMLHttpRequest', 'sendBeacon'],
    allows: ['https://api.test/'],
  };
  const scenario = { id: 'leaving', title: `${name} leads away`, documents: [{ ...document, ...allowed }] };
  return { name, scenario: expand(scenario, 'leaving', 'leaving.ts') };
});

for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`${browser}: what a page had not told when it was led away is never called blocked`, async () => {
    const rig = await Rig.start(resolveBrowser(browser));
    try {
      const left = new Set<string>();
      for (const { name, scenario } of scenarios) {
        const evidence = await collect([scenario], rig, reachable);
        expect(scenario.cases, name).not.toEqual([]);
        for (const one of scenario.cases) {
          const seen = evidence.get(one.id);
          if (seen === undefined) throw new Error(`no evidence of ${one.id}`);
          const { verdict, reason } = observe(one, seen);
          expect(['allowed', 'inconclusive'], `${name}, ${one.mechanism.name}: ${reason}`).toContain(verdict);
          // Evidence may be taken from a page that is about to leave, where it has told all there is to tell.
          expect(
            seen.unloaded || seen.settled,
            `${name}, ${one.mechanism.name} was left or has told all`,
          ).toBe(true);
          if (seen.unloaded) left.add(name);
        }
      }
      expect(left.size, 'documents that were seen to be left').toBeGreaterThan(0);
    } finally {
      await rig.close();
    }
  });
