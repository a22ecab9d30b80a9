import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startOwned } from '../../../../harness/engines/processes.ts';
import { temporaryDirectory } from '../../../temporary-directory.ts';
import { processesOf, survivors } from '../../processes-of.ts';

const ENTER = path.resolve(import.meta.dirname, '../../../../harness/engines/cache/debian/enter-system.sh');

/** Whether this process may mount in a namespace of its own: root may, except in most containers. */
const mayMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', '--propagation', 'private', 'mount', '--bind', '/tmp', '/tmp']).status ===
    0;

test.skip(!mayMount, 'entering a system takes root, and the right to mount');

const mounts = (): string => readFileSync('/proc/mounts', 'utf8');

/** A folder with a system in `root` that has no more than a shell, and the script that enters it to run `probe`. */
function smallSystem(probe: string): { folder: string; enter: string } {
  const folder = temporaryDirectory();
  const root = path.join(folder, 'root');
  for (const name of ['proc', 'sys', 'dev', 'tmp', 'etc', 'run', 'usr/bin'])
    mkdirSync(path.join(root, name), { recursive: true });
  for (const program of ['sh', 'umount', 'cat', 'sleep', 'readlink']) {
    const file = execFileSync('which', [program], { encoding: 'utf8' }).trim();
    copyFileSync(file, path.join(root, 'usr/bin', program));
    for (const [library] of execFileSync('ldd', [file], { encoding: 'utf8' }).matchAll(/\/\S+/g)) {
      mkdirSync(path.dirname(path.join(root, library)), { recursive: true });
      copyFileSync(library, path.join(root, library));
    }
  }
  writeFileSync(path.join(root, 'usr/bin/probe'), `#!/usr/bin/sh\n${probe}\n`, { mode: 0o755 });
  const enter = path.join(folder, 'probe');
  copyFileSync(ENTER, enter);
  chmodSync(enter, 0o755);
  return { folder, enter };
}

test('a program is entered in place of the caller, with its arguments, descriptors and temporary folder', async () => {
  const { folder, enter } = smallSystem(
    'echo $$; echo "$2"; cat "$TMPDIR/told"; [ -e "$1" ] || echo hidden; readlink /proc/$$/root; echo on3 >&3',
  );
  const TMPDIR = temporaryDirectory();
  writeFileSync(path.join(TMPDIR, 'told'), 'told\n');
  const child = spawn(enter, [enter, 'a b'], {
    env: { PATH: process.env.PATH, HOME: '/nowhere', TMPDIR },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  let said = '';
  for (const descriptor of [1, 3])
    child.stdio[descriptor]?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  await once(child, 'close');
  expect(said.split('\n').sort()).toEqual(
    [String(child.pid), 'a b', 'told', 'hidden', '/', 'on3', ''].sort(),
  );
  expect(mounts()).not.toContain(folder);
});

test('what is killed leaves no process, nothing mounted, and a folder that can be removed', async () => {
  const { folder, enter } = smallSystem('sleep 1000 & echo ready; sleep 1000');
  const owned = await startOwned(enter, []);
  await once(owned.child.stdout, 'data');
  const family = () => processesOf(owned.child.pid as number);
  // A process that was just started has its parent's name.
  await expect.poll(() => family().filter(({ name }) => name === 'sleep').length).toBe(2);
  const all = family();
  expect(mounts()).not.toContain(folder);
  await owned.kill();
  await expect.poll(() => survivors(all)).toEqual([]);
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
  expect(existsSync('/tmp')).toBe(true);
});
