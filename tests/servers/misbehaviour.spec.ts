import { setTimeout as delay } from 'node:timers/promises';
import { open, send } from './client.ts';
import { expect, test } from './world.ts';

for (const url of ['http://api.test/?case=c', 'https://api.test/?case=c']) {
  const { protocol } = new URL(url);

  test(`${protocol} silent: it has arrived, and there is no answer`, async ({ servers }) => {
    servers.misbehave('c', 'silent');
    const answer = open(servers, url).then(() => 'answered');
    await servers.ledger.waitFor(() => true, { timeoutMs: 30_000, case: 'c' });
    expect(await Promise.race([answer, delay(100, 'waiting')])).toBe('waiting');
    servers.misbehave('c', null);
    answer.catch(() => {});
  });

  test(`${protocol} slow: byte by byte, the answer is whole`, async ({ servers }) => {
    servers.misbehave('c', 'slow');
    expect(await send(servers, url)).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': '*' },
      body: 'ok',
    });
    servers.misbehave('c', null);
    expect(servers.ledger.of('c')).toHaveLength(1);
  });

  test(`${protocol} reset: the head comes, and the connection breaks in the body`, async ({ servers }) => {
    servers.misbehave('c', 'reset');
    const response = await open(servers, url);
    expect(response.statusCode).toBe(200);
    await expect(response.toArray()).rejects.toThrow();
    servers.misbehave('c', null);
    expect(servers.ledger.of('c')).toHaveLength(1);
  });
}
