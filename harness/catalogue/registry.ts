import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.ts';
import type { Context, ContextData } from './context.ts';
import type { Mechanism } from './mechanism.ts';

/** One file of the catalogue. */
export interface Entry<T> {
  /** Its path. */
  file: string;
  /** Its default export. */
  value: T;
  /** It has a part that runs in the page: the export `inPage`. */
  inPage: boolean;
}

/** What a folder holds: one file for each mechanism and each context. */
export interface Catalogue {
  mechanisms: readonly Entry<Mechanism>[];
  contexts: readonly Entry<Context>[];
}

/** The variable that names more folders like this one, separated as in PATH. */
const MORE = 'CONNECT_SRC_CATALOGUE';

/**
 * Reads a folder's `mechanisms/` and `contexts/`, either of which may be missing. To add an entry, add its file.
 *
 * @throws {UserError} where the folder is not there, or a file lacks an export that every one of its kind has
 */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  if (!existsSync(folder))
    throw new UserError(`${MORE}: ${folder} is not there`, 'Name folders with mechanisms/ or contexts/.');
  const contexts = await entries<ContextData>(path.join(folder, 'contexts'));
  const mechanisms = await entries<Mechanism>(path.join(folder, 'mechanisms'));
  for (const { file, inPage } of mechanisms)
    if (!inPage)
      throw new UserError(
        `${file} has no export inPage`,
        'A mechanism opens its connection by inPage.open().',
      );
  return {
    mechanisms,
    contexts: contexts.map((entry) => ({ ...entry, value: { ...entry.value, created: entry.inPage } })),
  };
}

async function entries<T>(folder: string): Promise<Entry<T>[]> {
  if (!existsSync(folder)) return [];
  const found: Entry<T>[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!/(?<!\.d)\.[jt]s$/.test(name)) continue;
    const file = path.join(folder, name);
    const module = (await import(pathToFileURL(file).href)) as { default?: T; inPage?: unknown };
    if (module.default === undefined)
      throw new UserError(`${file} has no default export`, 'It says what the mechanism or the context is.');
    found.push({ file, value: module.default, inPage: module.inPage !== undefined });
  }
  return found;
}

const folders = [
  import.meta.dirname,
  ...(process.env[MORE] ?? '').split(path.delimiter).filter((folder) => folder !== ''),
];
const catalogues = await Promise.all(folders.map((folder) => readCatalogue(path.resolve(folder))));

/** Every mechanism's file, by the file's name; then those of {@link MORE}. */
export const mechanismEntries = unique(catalogues.flatMap((one) => one.mechanisms));
/** Every context's file, by the file's name; then those of {@link MORE}. */
export const contextEntries = unique(catalogues.flatMap((one) => one.contexts));

export const mechanisms: readonly Mechanism[] = mechanismEntries.map(({ value }) => value);
export const contexts: readonly Context[] = contextEntries.map(({ value }) => value);

/** The mechanism that scenarios and results call so; undefined where there is none. */
export const mechanismNamed = (name: string): Mechanism | undefined =>
  mechanisms.find((mechanism) => mechanism.name === name);

/** What the oracle needs to know of a mechanism that is told nothing, whatever its URL. */
export const oracleRequest = ({ request, refusesCredentials }: Mechanism) => ({
  ...request({}),
  ...(refusesCredentials && { refusesCredentials }),
});

/** The context that scenarios and results call so; undefined where there is none. */
export const contextNamed = (name: string): Context | undefined =>
  contexts.find((context) => context.name === name);

/** Scenarios name entries by their names, so that no two may have the same. */
function unique<T extends { name: string }>(all: readonly Entry<T>[]): readonly Entry<T>[] {
  for (const [index, { file, value }] of all.entries()) {
    const other = all.findIndex((one) => one.value.name === value.name);
    if (other < index)
      throw new UserError(
        `${file}: the name "${value.name}" is taken (${all[other]?.file})`,
        'Choose another.',
      );
  }
  return all;
}
