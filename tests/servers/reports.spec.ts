import type { Servers } from '../../servers/index.ts';
import { send } from './client.ts';
import { expect, test } from './world.ts';

const url = 'https://api.test/report/uri?document=d';
const reports = ({ ledger }: Servers) => ledger.entries().filter(({ document }) => document === 'd');

for (const contentType of ['application/csp-report', 'application/reports+json', 'application/json']) {
  test(`a report sent as ${contentType} is parsed`, async ({ servers }) => {
    const body = JSON.stringify({ 'csp-report': { 'blocked-uri': 'https://b.test/' } });
    const headers = { 'content-type': contentType };
    expect((await send(servers, url, { method: 'POST', headers, body })).status).toBe(204);
    expect(reports(servers)).toMatchObject([
      { kind: 'report', document: 'd', method: 'POST', url, status: 204, report: JSON.parse(body) },
    ]);
  });
}

test('a report longer than the ledger keeps of a body is parsed whole', async ({ servers }) => {
  const body = JSON.stringify([{ type: 'csp-violation', sample: 'x'.repeat(10_000) }]);
  await send(servers, url, { method: 'POST', body });
  const [entry] = reports(servers);
  expect(entry?.report).toEqual(JSON.parse(body));
  expect(entry?.body).toHaveLength(4096);
});

test('what is not JSON stays a report, unparsed', async ({ servers }) => {
  await send(servers, url, { method: 'POST', body: '{"cut' });
  expect(reports(servers)).toMatchObject([{ kind: 'report', body: '{"cut', report: undefined }]);
});

test('uploads across origins pass their preflight', async ({ servers }) => {
  const preflight = await send(servers, url, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://page.test',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': 'https://page.test',
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
  });
});

test('a GET below /report/ is no report', async ({ servers }) => {
  await send(servers, url);
  expect(reports(servers).map(({ kind }) => kind)).toEqual(['request']);
});

test('what a case sends below /report/ is no report, but an arrival of that case', async ({ servers }) => {
  const own = 'https://api.test/report/uri?case=c';
  servers.behave('c', { cors: 'none', status: 200 });
  const preflight = { origin: 'https://page.test', 'access-control-request-method': 'POST' };
  const asked = await send(servers, own, { method: 'OPTIONS', headers: preflight });
  expect(asked.headers).not.toHaveProperty('access-control-allow-origin');
  expect((await send(servers, own, { method: 'POST', body: '{}' })).status).toBe(200);
  expect(servers.ledger.of('c').map(({ kind }) => kind)).toEqual(['preflight', 'request']);
});
