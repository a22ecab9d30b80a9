import { expect, test } from '@playwright/test';
import { startServers } from '../../servers/index.ts';
import { open, openWebSocket, send } from './client.ts';

test('tunnels and answers are held back, each for another time, and nothing else is different', async () => {
  const servers = await startServers({ hosts: ['api.test'], udpPorts: 2, jitterMs: 60 });
  try {
    const times: number[] = [];
    for (let n = 0; n < 12; n++) {
      const start = performance.now();
      expect(await send(servers, 'https://api.test/?case=c')).toMatchObject({ status: 200, body: 'ok' });
      times.push(performance.now() - start);
    }
    // Twelve times two waits of 30 ms on average; that they come to less than a fifth of it, no test will see.
    expect(times.reduce((sum, time) => sum + time, 0)).toBeGreaterThan(150);
    (await openWebSocket(servers, 'ws://api.test/?case=w')).terminate();
    expect(servers.ledger.of('w')).toMatchObject([{ kind: 'handshake', status: 101 }]);
    expect(servers.ledger.failures()).toEqual([]);
    // Who leaves in the meantime disturbs nobody.
    (await open(servers, 'http://api.test/')).destroy();
    expect((await send(servers, 'http://api.test/')).status).toBe(200);
  } finally {
    await servers.close();
  }
});
