import { readdirSync } from 'node:fs';
import type { Context } from '../contexts/context.ts';
import type { Mechanism } from '../mechanisms/mechanism.ts';

/** A module of a folder whose default export is one entry; helpers have none. */
export interface Entry<T> {
  file: URL;
  value: T;
}

/** Every entry of a folder: to add one, add its file. */
async function entries<T>(folder: string): Promise<Entry<T>[]> {
  const base = new URL(`../${folder}/`, import.meta.url);
  const found: Entry<T>[] = [];
  for (const name of readdirSync(base).sort()) {
    if (!name.endsWith('.ts')) continue;
    const file = new URL(name, base);
    const module = (await import(file.href)) as { default?: T };
    if (module.default !== undefined) found.push({ file, value: module.default });
  }
  return found;
}

export const mechanismEntries = await entries<Mechanism>('mechanisms');
export const contextEntries = await entries<Context>('contexts');

/** Every mechanism, by the file's name. */
export const mechanisms: readonly Mechanism[] = mechanismEntries.map(({ value }) => value);
/** Every context, by the file's name. */
export const contexts: readonly Context[] = contextEntries.map(({ value }) => value);

export const mechanismNamed = (name: string) => mechanisms.find((mechanism) => mechanism.name === name);
export const contextNamed = (name: string) => contexts.find((context) => context.name === name);
