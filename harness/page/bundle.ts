import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { contextEntries, type Entry, mechanismEntries } from '../plan/registry.ts';

/** The agent as one script, for documents and for workers: every mechanism and every context included. */
export async function bundleAgent(): Promise<string> {
  const result = await build({
    stdin: { contents: entryPoint(), resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    // Names of classes are evidence only where the browser gives them; ours do not matter.
    format: 'iife',
    target: 'es2022',
    supported: { 'import-attributes': true },
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

function entryPoint(): string {
  const imports = (prefix: string, folder: string, entries: readonly Entry<unknown>[]) =>
    entries.map(
      ({ file }, index) => `import ${prefix}${index} from '../${folder}/${basename(file.pathname)}';`,
    );
  const names = (prefix: string, entries: readonly Entry<unknown>[]) =>
    entries.map((_, index) => `${prefix}${index}`).join();
  return [
    `import { startAgent } from './agent.ts';`,
    ...imports('m', 'mechanisms', mechanismEntries),
    ...imports('c', 'contexts', contextEntries),
    `startAgent([${names('m', mechanismEntries)}], [${names('c', contextEntries)}]);`,
  ].join('\n');
}
