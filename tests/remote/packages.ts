import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { executableOnPath } from '../../harness/engines/executables.ts';

const run = promisify(execFile);

/**
 * Sees to it that a command is there: as root on Debian, its package is installed. No other package is replaced by that.
 *
 * @param beside a package of the same source, whose very version is taken: a driver fits one version of its browser
 * @returns why it is not there, or null
 */
export async function lacking(command: string, name: string, beside?: string): Promise<string | null> {
  if (executableOnPath(command)) return null;
  if (process.getuid?.() !== 0 || !executableOnPath('apt-get'))
    return `there is no ${command}; on Debian the package ${name} brings it`;
  try {
    const version = beside === undefined ? '' : `=${await versionOf(beside)}`;
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]) =>
      run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=60', ...args], { env });
    await apt('update');
    await apt('install', '--yes', '--no-install-recommends', '--no-upgrade', `${name}${version}`);
    return executableOnPath(command) ? null : `the package ${name} brought no ${command}`;
  } catch (error) {
    return `${command} is not there, and ${name} cannot be installed: ${(error as Error).message}`;
  }
}

const versionOf = async (name: string): Promise<string> =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills it in
  (await run('dpkg-query', ['--show', '--showformat=${Version}', name])).stdout;
