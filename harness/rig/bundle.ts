import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SOURCE } from '../agent/protocol.ts';
import { contextEntries, type Entry, mechanismEntries } from '../catalogue/registry.ts';

/**
 * The agent as one script, for documents and for workers. Of every mechanism and context it holds what runs in a page,
 * and nothing of what the file says about it.
 *
 * @param importAttributes whether the browser can parse those of an `import()`; else the agent has none, and says so
 */
export async function bundleAgent(importAttributes: boolean): Promise<string> {
  const result = await build({
    stdin: { contents: entryPoint(), resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    // Names of classes are evidence only where the browser gives them; ours do not matter.
    format: 'iife',
    target: 'es2022',
    define: { IMPORT_ATTRIBUTES: String(importAttributes) },
    supported: { 'import-attributes': importAttributes },
    logLevel: 'silent',
  });
  return knowingItself(result.outputFiles[0]?.text ?? '');
}

/** The same script, which tells its own text to whoever asks: as a function, of which `toString` is the text. */
const knowingItself = (script: string): string =>
  `(function connectSrcAgent(){"use strict";Object.defineProperty(globalThis,"${SOURCE}",{configurable:true,get:()=>"("+connectSrcAgent+")()"});${script}})();\n`;

function entryPoint(): string {
  const mechanisms = inPage('m', mechanismEntries);
  const contexts = inPage('c', contextEntries);
  return [
    `import { startAgent } from '../agent/agent.ts';`,
    ...mechanisms.imports,
    ...contexts.imports,
    `startAgent({ ${mechanisms.properties} }, { ${contexts.properties} });`,
  ].join('\n');
}

/** Imports of the files' page parts, and the properties of an object that has them by name. */
function inPage(prefix: string, entries: readonly Entry<{ name: string }>[]) {
  const made = entries.filter((entry) => entry.inPage);
  return {
    imports: made.map(
      ({ file }, index) => `import { inPage as ${prefix}${index} } from ${JSON.stringify(file)};`,
    ),
    properties: made.map(({ value }, index) => `${JSON.stringify(value.name)}: ${prefix}${index}`).join(),
  };
}
