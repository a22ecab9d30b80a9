import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));

test('no code asks URL.canParse(), which Node 20 answers wrongly once it is hot', () => {
  const files = ['harness', 'servers', 'scenarios'].flatMap(filesBelow);
  expect(files).toContain('servers/parse-url.ts');
  const wrong = files.filter((file) => {
    // A comment may name it, to say why it is not asked.
    const code = readFileSync(path.join(root, file), 'utf8').replace(/^\s*(?:\/\/|\*).*$/gm, '');
    return code.includes('canParse');
  });
  expect(wrong).toEqual([]);
});
