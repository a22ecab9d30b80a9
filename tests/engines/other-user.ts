import { spawnSync } from 'node:child_process';
import { test } from '@playwright/test';

/** The user that owns nothing, on every Unix. */
export const NOBODY = 65534;

/** Skips the test where this process cannot act as another user. */
export const needsOtherUser = () => test.skip(process.getuid?.() !== 0, 'only root can act as another user');

/**
 * Runs a script for Node as another user of this machine, who has none of our environment.
 * @param script CommonJS; what it prints is the result
 */
export const asOtherUser = (script: string): string => run(script, { uid: NOBODY, gid: NOBODY });

/** The same as this user. */
export const asSelf = (script: string): string => run(script, {});

function run(script: string, who: { uid?: number; gid?: number }): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, ['-e', script], {
    ...who,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error) throw error;
  return stdout + stderr;
}
