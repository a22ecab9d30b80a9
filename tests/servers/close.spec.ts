import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startServers } from '../../servers/index.ts';
import { expect, test } from './world.ts';

test('after close() a process with connections of every kind ends by itself', async () => {
  const script = fileURLToPath(new URL('start-use-close.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    // One that hangs is ended, and fails the test by that.
    timeout: 30_000,
  });
  expect(stdout).toBe('null\n');
});

test('after close() nothing listens any more', async () => {
  const { proxy, close } = await startServers({ hosts: ['page.test'] });
  await close();
  await expect(once(connect(proxy.port, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
});
