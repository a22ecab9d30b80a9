import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readInput } from '../../harness/cli/read-input.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

async function* pieces(...all: (string | Uint8Array)[]) {
  yield* all;
}

test('a file, or standard input in any pieces', async () => {
  const file = path.join(temporaryDirectory(), 'é.txt');
  writeFileSync(file, 'aé');
  expect(await readInput('--response', file)).toEqual({ text: 'aé', name: `--response ${file}` });
  const bytes = Array.from(new TextEncoder().encode('aé'), (byte) => Uint8Array.of(byte));
  expect(await readInput('--response', '-', pieces(...bytes, 'b'))).toMatchObject({ text: 'aéb' });
});

test('what cannot be read is an error that names the option and the file', async () => {
  const missing = path.join(temporaryDirectory(), 'missing.txt');
  await expect(readInput('--html', missing)).rejects.toThrow(`--html ${missing}: there is no such file\n  `);
  await expect(readInput('--html', import.meta.dirname)).rejects.toThrow('a folder, not a file');
  await expect(readInput('--har', '-', pieces('a'.repeat(1 << 20), 'a'), 1 << 20)).rejects.toThrow(
    '--har -: longer than 1 MB',
  );
});

test('standard input is given to one option, and a second one is told which has it', async () => {
  const stdin = pieces('one');
  expect(await readInput('--response', '-', stdin)).toEqual({ text: 'one', name: '--response -' });
  await expect(readInput('--html', '-', stdin)).rejects.toThrow(
    '--html -: standard input was already read by --response -',
  );
  expect((await readInput('--html', '-', pieces('other'))).text).toBe('other');
});
