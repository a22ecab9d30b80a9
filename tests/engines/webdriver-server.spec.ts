import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startWebDriverServer } from '../../harness/engines/webdriver/server.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

test.skip(process.platform === 'win32', 'scripts that can be run');

/** A WebDriver server that notes each request and answers all alike. */
function fakeDriver(status: number, value: object): { path: string; requests: () => string[] } {
  const folder = temporaryDirectory();
  const [driver, log] = [path.join(folder, 'FakeDriver.cjs'), path.join(folder, 'requests')];
  writeFileSync(
    driver,
    `#!${process.execPath}
const { appendFileSync } = require('node:fs');
appendFileSync(${JSON.stringify(log)}, '');
require('node:http').createServer((request, response) => {
  appendFileSync(${JSON.stringify(log)}, request.method + ' ' + request.url + '\\n');
  response.writeHead(${status}).end(${JSON.stringify(JSON.stringify({ value }))});
}).listen(Number(process.argv[2].split('=')[1]), '127.0.0.1');\n`,
  );
  chmodSync(driver, 0o755);
  return { path: driver, requests: () => readFileSync(log, 'utf8').trim().split('\n') };
}

test("the first thing a driver is asked for is its session, before somebody else's order can come", async () => {
  const driver = fakeDriver(200, { sessionId: 's1', capabilities: { browserVersion: '1.2' } });
  const server = await startWebDriverServer(driver.path, {});
  await server.stop();
  expect(server.client.capabilities.browserVersion).toBe('1.2');
  expect(driver.requests()).toEqual(['POST /session']);
});

test('a session that another program took is said to be so, and its driver is stopped', async () => {
  const driver = fakeDriver(500, {
    error: 'session not created',
    message: 'Maximum number of active sessions',
  });
  await expect(startWebDriverServer(driver.path, {})).rejects.toMatchObject({
    name: 'EngineError',
    kind: 'protocol',
    message: expect.stringContaining('another program of this machine took the session'),
  });
});
