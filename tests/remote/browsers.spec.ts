import type { BrowserChoice } from '../../harness/engines/browsers.ts';
import { launch } from '../../harness/engines/launch.ts';
import { readRecorded } from '../../harness/expectations/recorded.ts';
import { runParts } from '../../harness/judge/part.ts';
import { expand } from '../../harness/plan/expand.ts';
import { hosts } from '../../harness/plan/world.ts';
import { Rig } from '../../harness/rig/rig.ts';
import { greeting, startServers } from '../../servers/index.ts';
import { expect, test } from './fixture.ts';
import type { Machine } from './machine.ts';
import { SERVERS } from './servers.ts';

// A busy machine takes a minute to start a browser.
test.setTimeout(300_000);

const asked = (...urls: string[]) => urls.map((url) => ({ url, by: ['fetch', 'sendBeacon'] }));
const opened = (...urls: string[]) => urls.map((url) => ({ url, by: ['WebSocket'] }));

/** What goes through a proxy in different ways: plainly, in a tunnel, as a WebSocket, from a worker, after a redirect. */
const scenario = expand(
  {
    id: 'from-elsewhere',
    title: 'What is listed is allowed, what is not is blocked, in a browser elsewhere as well',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test https://api.test ws://api.test wss://api.test',
        by: ['fetch', 'sendBeacon', 'WebSocket'],
        allows: [
          ...asked('https://api.test/', 'http://api.test/'),
          ...opened('wss://api.test/', 'ws://api.test/'),
        ],
        blocks: [
          ...asked('https://third.test/', 'http://third.test/'),
          ...opened('wss://third.test/', 'ws://third.test/'),
        ],
      },
      {
        policy: 'connect-src https://api.test',
        context: 'worker',
        by: ['fetch'],
        allows: ['https://api.test/'],
        blocks: ['https://third.test/', { url: 'https://api.test/', redirects: ['https://third.test/'] }],
      },
    ],
  },
  'from-elsewhere',
  'from-elsewhere.ts',
);

/** Starts a browser that is told another password than the one the proxy asks for. */
async function startWithWrongPass(choice: BrowserChoice, { ours }: Machine): Promise<void> {
  const credentials = { username: 'connect-src', password: 'the-right-one' };
  const servers = await startServers({ hosts: ['api.test'], credentials, listen: { host: ours } });
  const pass = { ...credentials, password: 'another', greeting };
  try {
    const session = await launch(choice, { proxy: { host: ours, port: servers.proxy.port, pass } });
    await session.close();
  } finally {
    await servers.close();
  }
}

for (const server of SERVERS)
  test(`${server.name} in another network: verdicts are those of the specification`, async ({
    listening,
  }) => {
    const choice = await server.start(listening);
    if (typeof choice === 'string') return test.skip(true, choice);
    const rig = await Rig.start(choice);
    try {
      expect(rig.servers.proxy.host).toBe(listening.ours);
      const corpus = { scenarios: [scenario], file: 'from-elsewhere.json', hosts, hash: 'from-elsewhere' };
      const parts = await runParts([scenario], rig, readRecorded(choice, true), corpus);
      const results = parts.get('from-elsewhere');
      const seen = results?.cases.map(({ id, observed }) => [id, observed[choice.name]?.verdict]);
      expect(seen).toEqual(results?.cases.map(({ id, expected }) => [id, expected]));
      expect(seen?.length).toBe(scenario.cases.length);
      expect(rig.servers.ledger.failures()).toEqual([]);
    } finally {
      await rig.close();
    }
    await expect(startWithWrongPass(choice, listening)).rejects.toMatchObject({ name: 'EngineError' });
  });
