import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { executableOnPath } from '../../executables.ts';
import { installDebianPackages } from '../../install/debian-packages.ts';
import { runTool } from '../../install/run-tool.ts';
import { networkConfiguration, sourceLines } from './apt.ts';
import type { Part } from './suites.ts';

/** What a browser does not read: pages of manuals, and languages that nobody asks it for. */
const LEFT_OUT = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/info/*', '/usr/share/locale/*'];

/** What `unshare` runs a command with, so that what it mounts is its own, and gone with it. */
export const OWN_MOUNTS: readonly string[] = ['--mount', '--propagation', 'private', '--'];

/**
 * What runs a command so that all that it starts is killed when this process ends, however it does: as the first process of
 * a namespace, whose end is the end of all others in it.
 */
const ENDING_WITH_US = [
  ...['setpriv', '--pdeathsig', 'KILL', '--'],
  ...[
    'unshare',
    '--mount',
    '--propagation',
    'private',
    '--pid',
    '--fork',
    '--kill-child',
    '--mount-proc',
    '--',
  ],
];

/**
 * Installs what builds systems, where it is not there.
 * @throws {UserError} with what to type, where it cannot be installed
 */
export async function ensureBuilder(log: (line: string) => void): Promise<void> {
  if (executableOnPath('mmdebstrap')) return;
  log('installing mmdebstrap, which puts a system of Debian into a folder');
  await installDebianPackages(['mmdebstrap', 'debian-archive-keyring'], 'mmdebstrap', '');
}

/**
 * Puts a system of Debian with some packages into a folder, and nothing besides what they need. apt compares every package
 * with the suite's index, and that index with its signature.
 * Its mounts are its own, and neither they nor its processes outlive this process.
 *
 * @param root the folder, which is not there yet
 * @throws Error with the line that says best why it did not work
 */
export async function buildSystem(
  suite: string,
  parts: readonly Part[],
  packages: readonly string[],
  arch: string,
  root: string,
): Promise<void> {
  const configuration = `${root}.apt.conf`;
  writeFileSync(configuration, `${await networkConfiguration()}\n`, { mode: 0o600 });
  try {
    const [first = '', ...others] = ENDING_WITH_US;
    const { ok, lastError } = await runTool(first, [
      ...others,
      ...[
        'mmdebstrap',
        '--mode=root',
        '--variant=essential',
        '--format=directory',
        `--architectures=${arch}`,
      ],
      `--aptopt=${configuration}`,
      ...LEFT_OUT.map((pattern) => `--dpkgopt=path-exclude=${pattern}`),
      `--include=${packages.join(',')}`,
      ...[suite, root, ...sourceLines(parts, arch)],
    ]);
    if (!ok) throw new Error(lastError);
  } finally {
    // It may name a proxy with its password.
    rmSync(configuration, { force: true });
    rmSync(path.join(root, 'etc/apt/apt.conf.d/99mmdebstrap'), { force: true });
  }
}
