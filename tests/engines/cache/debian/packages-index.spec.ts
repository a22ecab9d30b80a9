import { expect, test } from '@playwright/test';
import { readPackages, upstreamVersion } from '../../../../harness/engines/cache/debian/packages-index.ts';

const index = `Package: firefox-esr
Version: 140.12.0esr-1~deb12u1
Architecture: amd64
Depends: libc6 (>= 2.36),
 fontconfig
Description: browser
 Version: 1 is no field of this package
SHA256: ${'a'.repeat(64)}

Package: libjavascriptcoregtk-4.1-0
Source: webkit2gtk (2.50.6-1)
Version: 2.50.6-1+b1
Architecture: amd64
SHA256: ${'b'.repeat(64)}

Package: nameless
`;

test('an index tells the name, version, source and checksum of each package', () => {
  expect(readPackages(index)).toEqual([
    {
      name: 'firefox-esr',
      version: '140.12.0esr-1~deb12u1',
      architecture: 'amd64',
      source: 'firefox-esr',
      sha256: 'a'.repeat(64),
    },
    {
      name: 'libjavascriptcoregtk-4.1-0',
      version: '2.50.6-1+b1',
      architecture: 'amd64',
      source: 'webkit2gtk',
      sha256: 'b'.repeat(64),
    },
  ]);
});

test('only the packages that are wanted are read', () => {
  expect(readPackages(index, new Set(['firefox-esr', 'chromium'])).map(({ name }) => name)).toEqual([
    'firefox-esr',
  ]);
});

test('the index of a system tells no checksum, and what was removed is not in it', () => {
  const status = `Package: a
Status: install ok installed
Version: 1

Package: b
Status: deinstall ok config-files
Version: 2`;
  expect(readPackages(status)).toEqual([
    { name: 'a', version: '1', architecture: 'all', source: 'a', sha256: null },
  ]);
});

for (const [version, upstream] of [
  ['2.52.6-1~deb13u1', '2.52.6'],
  ['153.8.0esr-1~deb12u1', '153.8.0'],
  ['156.0.8078.108-1~deb12u1', '156.0.8078.108'],
  ['2:1.4.0-1', '1.4.0'],
  ['nightly-1', null],
] as const)
  test(`the browser's own version in ${version} is ${upstream}`, () => {
    expect(upstreamVersion(version)).toBe(upstream);
  });
