import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file so that a reader sees the old one or the new one, whole: to the side first, then renamed.
 * Directories on the way are made. Where writing fails, the old file is still there.
 */
export async function writeFileWhole(
  file: string,
  text: string,
  encoding: BufferEncoding = 'utf8',
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.part`;
  try {
    await writeFile(aside, text, encoding);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
