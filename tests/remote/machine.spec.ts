import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { processesOf, survivors } from '../engines/processes-of.ts';
import { expect, test } from './fixture.ts';
import { isApart } from './machine.ts';

test('a machine is another one, and leaves no process, no network and no cable', async ({ machine }) => {
  expect(isApart(machine)).toBe(true);
  const sleeper = machine.start('sleep', ['1000']);
  await expect.poll(() => processesOf(sleeper.pid ?? 0).map(({ name }) => name)).toEqual(['sleep']);
  const ofMachines = ['unshare', 'cat', 'nsenter', 'sleep'];
  const before = processesOf(process.pid).filter(({ name }) => ofMachines.includes(name));
  expect(before.map(({ name }) => name)).toEqual(expect.arrayContaining(ofMachines));
  expect(existsSync(`/sys/class/net/${machine.cable}`)).toBe(true);
  await machine.stop();
  await expect.poll(() => survivors(before)).toEqual([]);
  await expect.poll(() => existsSync(`/sys/class/net/${machine.cable}`)).toBe(false);
});

test('one whose maker is killed goes as well', async ({ machine: _ }) => {
  const script = fileURLToPath(new URL('hold-machine.ts', import.meta.url));
  const maker = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const cable = String((await once(maker.stdout, 'data'))[0]).trim();
  expect(existsSync(`/sys/class/net/${cable}`)).toBe(true);
  maker.kill('SIGKILL');
  await expect.poll(() => existsSync(`/sys/class/net/${cable}`)).toBe(false);
});
