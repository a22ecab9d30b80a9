import { expect, test } from '@playwright/test';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { observe } from '../../harness/judge/observe.ts';
import { expand } from '../../harness/plan/expand.ts';
import { reachable } from '../../harness/plan/reachable.ts';
import { collect } from '../../harness/rig/collect.ts';
import { Rig } from '../../harness/rig/rig.ts';

// The worst there is: a connection that left, was lost on our side, and would be called blocked beside its control.

const planned = expand(
  {
    id: 'one-failure',
    title: 'Everything is allowed',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src *',
        by: ['fetch', 'sendBeacon'],
        allows: ['http://api.test/lost', 'http://api.test/kept'],
      },
    ],
  },
  'one-failure',
  'one-failure.ts',
);

for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`${browser}: one connection cannot be carried on: its case is inconclusive, and no other`, async () => {
    const rig = await Rig.start(resolveBrowser(browser));
    try {
      const isLost = ({ target }: { target: { url: string } }) => target.url.endsWith('/lost');
      // Both kinds of case are there, or what follows would show nothing.
      expect(new Set(planned.cases.map(isLost))).toEqual(new Set([true, false]));
      for (const one of planned.cases) if (isLost(one)) rig.servers.misbehave(one.id, 'refused');
      const evidence = await collect([planned], rig, reachable);
      for (const one of planned.cases) {
        const found = evidence.get(one.id);
        if (found === undefined) throw new Error(`no evidence of ${one.id}`);
        // The control goes to the same server and came through: alone, it would make the case blocked.
        expect(found.open?.worked).toBe(true);
        const seen = observe(one, found);
        expect(seen.verdict).toBe(isLost(one) ? 'inconclusive' : 'allowed');
        if (isLost(one))
          expect(seen.reason).toBe('The rig itself failed: the server of this host is down, at api.test:80.');
      }
    } finally {
      await rig.close();
    }
  });
