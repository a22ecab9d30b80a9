import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { IndexedPackage } from '../../../../harness/engines/cache/debian/packages-index.ts';
import {
  installedPackages,
  programFiles,
  systemName,
  withChecksums,
} from '../../../../harness/engines/cache/debian/system-files.ts';
import { temporaryDirectory } from '../../../temporary-directory.ts';

const aPackage = (name: string, version: string, sha256: string | null): IndexedPackage => ({
  name,
  version,
  architecture: 'amd64',
  source: name,
  sha256,
});

test('each installed package is recorded with the checksum of the index', () => {
  const listed = [aPackage('b', '2', 'bb'), aPackage('a', '1', 'aa'), aPackage('a', '0', 'a0')];
  expect(withChecksums([aPackage('b', '2', null), aPackage('a', '1', null)], listed)).toEqual([
    { name: 'a', version: '1', sha256: 'aa' },
    { name: 'b', version: '2', sha256: 'bb' },
  ]);
});

for (const [what, listed] of [
  ['of another version', aPackage('a', '2', 'aa')],
  ['of another architecture', { ...aPackage('a', '1', 'aa'), architecture: 'arm64' }],
  ['without a checksum', aPackage('a', '1', null)],
] as const)
  test(`a package that the index has only ${what} is not recorded`, () => {
    expect(() => withChecksums([aPackage('a', '1', null)], [listed])).toThrow('a:amd64 1 is installed');
  });

test('of a system are read its name, its packages, and the programs and libraries of some', () => {
  const root = temporaryDirectory();
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write('etc/os-release', 'NAME="x"\nPRETTY_NAME="A System 7 (seven)"\n');
  write('var/lib/dpkg/status', 'Package: browser\nStatus: install ok installed\nVersion: 1\n');
  write(
    'var/lib/dpkg/info/browser:amd64.list',
    '/.\n/usr/bin\n/usr/bin/browser\n/usr/bin/link\n/usr/share/doc/browser\n/usr/lib/left-out\n/usr/lib/b/lib.so\n',
  );
  write('var/lib/dpkg/info/other.list', '/usr/bin/other\n');
  for (const file of ['usr/bin/browser', 'usr/bin/other', 'usr/lib/b/lib.so', 'usr/share/doc/browser'])
    write(file, file);
  symlinkSync('browser', path.join(root, 'usr/bin/link'));
  expect(systemName(root)).toBe('A System 7 (seven)');
  expect(installedPackages(root)).toMatchObject([{ name: 'browser', version: '1' }]);
  expect(programFiles(root, [aPackage('browser', '1', null)])).toEqual([
    'usr/bin/browser',
    'usr/lib/b/lib.so',
  ]);
});
