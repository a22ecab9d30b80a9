import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { resolveBrowser } from '../../harness/engines/find.ts';
import { readRecorded } from '../../harness/expectations/recorded.ts';
import { runParts } from '../../harness/judge/part.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { Rig } from '../../harness/rig/rig.ts';
import type { Fault } from '../../servers/index.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

// A server that misbehaves makes a case allowed, for it arrived, or inconclusive; never blocked, and never by a guess.

const scenario = {
  scenarios: [
    {
      id: 'misbehaving-server',
      title: 'What is listed is allowed, what is not is blocked, whatever a server does',
      documents: [
        {
          policy: 'connect-src https://api.test http://api.test',
          by: ['fetch', 'sendBeacon'],
          allows: ['https://api.test/'],
          blocks: ['https://third.test/'],
        },
      ],
    },
  ],
};

const table: Array<[fault: Fault, where: 'host' | 'case', allowed: string]> = [
  ['refused', 'host', 'inconclusive'],
  ['no TLS', 'host', 'inconclusive'],
  ['silent', 'case', 'allowed'],
  ['slow', 'case', 'allowed'],
  ['reset', 'case', 'allowed'],
];

for (const [fault, where, verdict] of table)
  test(`${fault}: what goes there is ${verdict}, what is blocked elsewhere stays blocked`, async () => {
    const seen = await seenWith(fault, where);
    expect(seen.allowed.map((one) => one.verdict)).toEqual([verdict, verdict]);
    // A browser that has met a broken server may try it no more: then its control is all that tells.
    for (const { reason } of verdict === 'inconclusive' ? seen.allowed : [])
      expect(reason).toMatch(/^(The rig itself failed: .*, at api\.test:443\.$|Its control failed too: )/);
    expect(seen.blocked.map((one) => one.verdict)).toEqual(['blocked', 'blocked']);
  });

/** Runs the scenario's file in Chromium, with the fault at the host that is allowed, or in its cases. */
async function seenWith(fault: Fault, where: 'host' | 'case') {
  const file = path.join(temporaryDirectory(), 'misbehaving-server.json');
  writeFileSync(file, JSON.stringify(scenario));
  const corpus = await loadCorpus(file);
  const [planned] = corpus.scenarios;
  if (planned === undefined) throw new Error('the file holds no scenario');
  const choice = resolveBrowser('chromium');
  const rig = await Rig.start(choice);
  try {
    if (where === 'host') rig.servers.misbehave('api.test', fault);
    for (const { id, expected } of where === 'case' ? planned.cases : [])
      if (expected === 'allowed') rig.servers.misbehave(id, fault);
    const parts = await runParts([planned], rig, readRecorded(choice, true), corpus);
    const of = (expected: string) =>
      [...parts.values()]
        .flatMap(({ cases }) => cases)
        .filter((one) => one.expected === expected)
        .flatMap(({ observed }) => Object.values(observed));
    return { allowed: of('allowed'), blocked: of('blocked') };
  } finally {
    await rig.close();
  }
}
