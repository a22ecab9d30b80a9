import { expect, test } from '@playwright/test';
import { fetchedFiles, sourceLines } from '../../../../harness/engines/cache/debian/apt.ts';

test('nothing of an archive is taken that is not signed with the keys of Debian', () => {
  const lines = sourceLines([{ url: 'http://archive.example/debian', suite: 'recent' }], 'amd64');
  expect(lines).toEqual([
    'deb [arch=amd64 target=Packages signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://archive.example/debian recent main',
  ]);
});

test('what apt has fetched is found by the archive and the suite', () => {
  const listing = [
    'http://archive.example/debian/ recent /lists/archive.example_recent_Packages.lz4',
    'http://archive.example/security/ recent-security /lists/with a space',
    '',
  ].join('\n');
  expect([...fetchedFiles(listing)]).toEqual([
    ['http://archive.example/debian recent', '/lists/archive.example_recent_Packages.lz4'],
    ['http://archive.example/security recent-security', '/lists/with a space'],
  ]);
});
