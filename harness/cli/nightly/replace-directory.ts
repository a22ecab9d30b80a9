import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeManifest } from '../../results/our-folder.ts';

/**
 * Replaces a directory as a whole: `fill` writes its successor to the side, which is then renamed into place.
 * Where `fill` fails, the directory is as it was. A replacement that was cut off is undone by the next one. The new
 * directory lists its files as ours, so that the next replacement takes nothing of somebody else's away.
 *
 * @param fill gets the path of the successor, an empty directory beside the one to replace
 */
export async function replaceDirectory(given: string, fill: (next: string) => Promise<void>): Promise<void> {
  const directory = path.resolve(given);
  const { dir, base } = path.parse(directory);
  const next = path.join(dir, `.${base}.connect-src-next`);
  const old = path.join(dir, `.${base}.connect-src-old`);
  await mkdir(dir, { recursive: true });
  if ((await exists(old)) && !(await exists(directory))) await rename(old, directory);
  await rm(old, { recursive: true, force: true });
  await rm(next, { recursive: true, force: true });
  try {
    await mkdir(next);
    await fill(next);
    writeManifest(next);
    if (await exists(directory)) await rename(directory, old);
    await rename(next, directory);
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    if ((await exists(old)) && !(await exists(directory))) await rename(old, directory);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

async function exists(entry: string): Promise<boolean> {
  return stat(entry).then(
    () => true,
    () => false,
  );
}
