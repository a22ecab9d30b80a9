import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const assets = fileURLToPath(new URL('./assets/', import.meta.url));

/** Puts the style sheet, the icon and the scripts into `directory`; the oracle is bundled into `ask.js`. */
export async function writeAssets(directory: string): Promise<void> {
  for (const file of ['report.css', 'icon.svg']) await copyFile(join(assets, file), join(directory, file));
  await build({
    entryPoints: { report: join(assets, 'report.ts'), ask: join(assets, 'ask.ts') },
    outdir: directory,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minifySyntax: true,
    logLevel: 'silent',
  });
}
