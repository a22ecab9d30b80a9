import { UserError } from '../../errors.ts';
import { executableOnPath } from '../executables.ts';
import { runTool } from './run-tool.ts';

/**
 * Installs packages with apt-get.
 * @param subject what they are for, for the error message
 * @param tried what was tried before, as the beginning of a sentence, or nothing
 * @throws {UserError} when this is not Debian, not root, or apt-get fails; it holds the command to type
 */
export async function installDebianPackages(
  packages: readonly string[],
  subject: string,
  tried: string,
): Promise<void> {
  const list = packages.join(' ');
  const command = `apt-get update && apt-get install -y ${list}`;
  if (!executableOnPath('apt-get')) {
    throw new UserError(
      `${subject}: ${tried}there is no apt-get here`,
      `Install these, or what your system calls them: ${list}`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new UserError(`${subject}: ${tried}installing packages needs root`, `Run: sudo sh -c '${command}'`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runTool('apt-get', ['update', '-qq'], env);
  const install = await runTool(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    env,
  );
  if (install.ok) return;
  const reason = [update, install].find(({ ok }) => !ok)?.lastError ?? '';
  throw new UserError(`${subject}: ${tried}apt-get could not install ${list}: ${reason}`, `Run: ${command}`);
}
