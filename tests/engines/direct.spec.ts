import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { launch, resolveBrowser } from '../../harness/engines/find.ts';
import { startForwardProxy } from './forward-proxy.ts';

// On a busy machine a browser needs a minute to start.
test.setTimeout(300_000);

for (const name of ['chromium', 'firefox'] as const) {
  test(`${name}: only the ports reserved for WebTransport are reached without the proxy`, async () => {
    const choice = resolveBrowser(name);
    test.skip(name === 'firefox' && choice.how === 'playwright-build', 'takes no ports in its exceptions');
    // Another server of this machine, which no page has any business with.
    const asked: string[] = [];
    const neighbour = createServer((request, response) => {
      asked.push(String(request.url));
      response.setHeader('access-control-allow-origin', '*');
      response.end('reached');
    }).listen(0, '127.0.0.1');
    const udp = createSocket('udp4').bind(0, '127.0.0.1');
    await Promise.all([once(neighbour, 'listening'), once(udp, 'listening')]);
    const proxy = await startForwardProxy();
    const port = udp.address().port;
    const session = await launch(choice, { proxy, direct: { host: 'webtransport.test', ports: [port] } });
    try {
      const page = await session.open();
      await page.goto('http://localhost/');
      const other = `http://webtransport.test:${(neighbour.address() as AddressInfo).port}/`;
      await page.evaluate(`fetch('${other}', { mode: 'no-cors' }).then(() => 'done', String)`);
      expect(asked).toEqual([]);
      expect(proxy.requests).toContain(other);

      const packet = once(udp, 'message');
      await page.evaluate(
        `void new WebTransport('https://webtransport.test:${port}/').ready.catch(() => {})`,
      );
      expect((await packet)[0]).toHaveProperty('length');
    } finally {
      await session.close();
      await proxy.stop();
      neighbour.close();
      udp.close();
    }
  });
}
