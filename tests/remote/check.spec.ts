import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, test } from './fixture.ts';
import { chromedriver } from './servers.ts';

// A busy machine takes a minute to start a browser.
test.setTimeout(300_000);

const root = path.resolve(import.meta.dirname, '../..');
const question = [
  ...['--policy', 'connect-src https://api.example.com', '--page', 'https://app.example.com/'],
  ...['--connect', 'https://api.example.com/v1', '--connect', 'https://example.net/'],
];

test('a question is answered by a browser in another network, and a line says what was opened for it', async ({
  machine,
}) => {
  const choice = await chromedriver.start(machine);
  if (typeof choice === 'string') return test.skip(true, choice);
  const browsers = JSON.stringify({ chromium: { url: choice.remoteUrl, args: choice.args } });
  const args = ['harness/connect-src.js', 'check', '--listen', machine.ours, '--json', ...question];
  const { code, out, said } = await new Promise<{ code: unknown; out: string; said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: root, env: { ...process.env, CONNECT_SRC_BROWSERS: browsers } },
      (_, stdout, stderr) => resolve({ code: child.exitCode, out: stdout, said: stderr }),
    );
  });
  expect(said).toMatch(
    new RegExp(
      `^chromium: the proxy listens on ${machine.ours}, port \\d+, for the browser that ${choice.remoteUrl} starts; it leads to the harness's own servers only, and refuses everybody who does not show the credentials of this run\\.\n$`,
    ),
  );
  expect(JSON.parse(out).connections.map(({ observed }: { observed: object }) => observed)).toEqual([
    { chromium: 'allowed' },
    { chromium: 'blocked' },
  ]);
  expect(code).toBe(0);
});
