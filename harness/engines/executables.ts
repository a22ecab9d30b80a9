import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The absolute path of the first of the named executables that is on `PATH`, or null. */
export function executableOnPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute);
  for (const name of names) {
    for (const folder of folders) {
      const candidate = path.join(folder, name);
      if (isExecutable(candidate)) return candidate;
    }
  }
  return null;
}

/** Whether this file exists and may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
