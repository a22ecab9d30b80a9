import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Moves what `side` holds into `directory`, replacing what has the same name and leaving the rest.
 * `last` is moved after everything it links to.
 */
export async function putInPlace(side: string, directory: string, last: string): Promise<void> {
  const names = (await readdir(side)).filter((name) => name !== last);
  for (const name of [...names, last]) {
    const place = join(directory, name);
    const replaced = join(side, `.replaced-${name}`);
    // A directory cannot be renamed over one that is not empty: the old one steps aside first.
    await rename(place, replaced).catch(ignoreAbsent);
    await rename(join(side, name), place);
    await rm(replaced, { recursive: true, force: true });
  }
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
