import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const assets = fileURLToPath(new URL('./assets/', import.meta.url));

/**
 * Puts the style sheet, the icon and the scripts into `directory`. Each is bundled into one file: the oracle into `ask.js`,
 * what shows the evidence into `evidence.js`.
 */
export async function writeAssets(directory: string): Promise<void> {
  await copyFile(join(assets, 'icon.svg'), join(directory, 'icon.svg'));
  await build({
    entryPoints: ['report.css', 'report.ts', 'evidence.ts', 'ask.ts'].map((file) => join(assets, file)),
    outdir: directory,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    logLevel: 'silent',
  });
}
