import { expect, test } from '@playwright/test';
import { expand } from '../../harness/plan/expand.ts';
import type { DocumentSource } from '../../harness/plan/scenario.ts';
import { lacksAllowlists } from '../../harness/rig/allowlist-support.ts';
import type { Heard } from '../../harness/rig/heard.ts';
import type { Instance } from '../../harness/rig/instance.ts';
import type { Rig } from '../../harness/rig/rig.ts';
import type { Stage } from '../../harness/rig/stage.ts';
import { arrived } from '../judge/fixture.ts';

/** A browser that lets a request out, or tells script that it failed, or does neither. */
type Browser = 'lets it out' | 'stops it' | 'says nothing';

/** A rig and a stage in which nothing is real but what the probe asks of them. */
function around(browser: Browser) {
  const opened: Instance[] = [];
  const rig = {
    knowsAllowlists: null as boolean | null,
    servers: { ledger: { of: () => (browser === 'lets it out' ? [arrived()] : []) } },
  };
  const settled = (): Heard[] =>
    opened.flatMap(({ id, connections }) =>
      connections.map((one) => ({ kind: 'settled' as const, document: id, key: '', time: 0, case: one.id })),
    );
  const stage = {
    open: async (instances: readonly Instance[]) => void opened.push(...instances),
    messages: async () => (browser === 'says nothing' ? [] : settled()),
  };
  return { rig: rig as unknown as Rig, stage: stage as unknown as Stage, opened };
}

const casesOf = (document: Partial<DocumentSource>) =>
  expand(
    {
      id: 'unit',
      title: 'Unit',
      documents: [
        { page: 'http://page.test:8443/x', by: 'fetch', allows: ['http://page.test/'], ...document },
      ],
    },
    'unit',
    'unit.ts',
  ).cases;

const withAllowlist = casesOf({ allowlist: '("*://*:*/*")' });

for (const [browser, lacks, known] of [
  ['lets it out', true, false],
  ['stops it', false, true],
  ['says nothing', false, null],
] as const)
  test(`a browser that ${browser}`, async () => {
    const { rig, stage, opened } = around(browser);
    expect(await lacksAllowlists(withAllowlist, rig, stage)).toBe(lacks);
    expect(rig.knowsAllowlists).toBe(known);
    await lacksAllowlists(withAllowlist, rig, stage);
    expect(opened.length, 'a browser is asked until it has answered').toBe(known === null ? 2 : 1);
  });

test('the probe is at the origin of the page, and asks the same host at another port', async () => {
  const { rig, stage, opened } = around('stops it');
  await lacksAllowlists(withAllowlist, rig, stage);
  const [{ document, connections } = { document: undefined, connections: [] }] = opened;
  expect(document?.allowlist).toEqual(['(response-origin)']);
  expect([document?.page, ...connections.map(({ target }) => target.url)]).toEqual([
    'http://page.test:8443/',
    'http://page.test:8444/',
  ]);
});

test('no browser is asked where no document has an allowlist; one that only reports is one', async () => {
  const { rig, stage, opened } = around('lets it out');
  expect(await lacksAllowlists(casesOf({ policy: 'connect-src *' }), rig, stage)).toBe(false);
  expect(opened).toEqual([]);
  expect(await lacksAllowlists(casesOf({ allowlistReportOnly: '()' }), rig, stage)).toBe(true);
});
