import { UserError } from '../errors.ts';
import type { BrowserRecord, Results } from './schema.ts';

/** One results file to merge, with the name the user knows it by. */
export interface MergePart {
  name: string;
  results: Results;
}

/**
 * The browsers of all parts, each once.
 * The shards of one browser may come from machines of different systems; then both are named.
 *
 * @throws {UserError} where one name stands for two engines or two versions
 */
export function mergeBrowsers(parts: readonly MergePart[]): BrowserRecord[] {
  const merged = new Map<string, { record: BrowserRecord; from: string }>();
  for (const { name: from, results } of parts) {
    for (const record of results.browsers) {
      const known = merged.get(record.name);
      if (known === undefined) {
        merged.set(record.name, { record, from });
        continue;
      }
      requireSameBrowser(known.record, known.from, record, from);
      known.record = {
        ...known.record,
        os: joined(known.record.os, record.os),
        drivenBy: joined(known.record.drivenBy, record.drivenBy),
      };
    }
  }
  return [...merged.values()].map(({ record }) => record);
}

function requireSameBrowser(a: BrowserRecord, aFrom: string, b: BrowserRecord, bFrom: string): void {
  if (a.version === b.version && a.engine === b.engine) return;
  throw new UserError(
    `${a.name} is ${a.engine} ${a.version} in ${aFrom} and ${b.engine} ${b.version} in ${bFrom}: a merged result would not say which of them did what.`,
    'Run all shards with the same build, or give the browsers different names.',
  );
}

function joined(a: string, b: string): string {
  return a.split(' and ').includes(b) ? a : `${a} and ${b}`;
}
