import { contextNamed, mechanismNamed } from '../catalogue/registry.ts';
import type { CaseRecord, DocumentRecord } from '../results/schema.ts';

/** A case as far as its size goes. */
type Sized = Pick<CaseRecord, 'id' | 'mechanism' | 'url' | 'redirects' | 'options'>;

/**
 * The case that a reader understands fastest, and a developer repeats with least: a global that is easily made, without
 * options and redirects, to a server; then the fewest policies, directives and sources; then the best known mechanism; then the fewest
 * characters. The same cases in any order give the same one.
 *
 * @param documentOf gives the document a case's connection was opened from
 * @returns undefined where there are no cases
 */
export function simplestCase<C extends Sized>(
  cases: readonly C[],
  documentOf: (one: C) => DocumentRecord | undefined,
): C | undefined {
  const [first, ...others] = cases.map((one) => ({ one, size: sizeOf(one, documentOf(one)) }));
  if (first === undefined) return undefined;
  let simplest = first;
  for (const next of others) if (isLess(next, simplest)) simplest = next;
  return simplest.one;
}

interface Measured {
  one: Sized;
  size: number[];
}

/** Compares sizes number by number; ids decide between equals. */
function isLess(a: Measured, b: Measured): boolean {
  for (const [index, size] of a.size.entries()) {
    const other = b.size[index] ?? 0;
    if (size !== other) return size < other;
  }
  return a.one.id < b.one.id;
}

function sizeOf(
  { mechanism, url, redirects, options }: Sized,
  document: DocumentRecord | undefined,
): number[] {
  const policies = [document, document?.creator].flatMap((delivered) =>
    delivered === undefined ? [] : textsOf(delivered),
  );
  const directives = policies.flatMap((policy) => policy.split(';')).filter((text) => text.trim() !== '');
  const sources = directives.flatMap((text) => text.trim().split(/\s+/).slice(1));
  return [
    contextSize(document?.context),
    Object.keys(options).length + (document?.note === undefined ? 0 : 1),
    redirects.length,
    /^(https?|wss?):/.test(url) ? 0 : 1,
    policies.length,
    directives.length,
    sources.length,
    mechanismNamed(mechanism)?.placeInForm ?? Number.MAX_SAFE_INTEGER,
    [...policies, url].join('').length,
  ];
}

const textsOf = (delivered: NonNullable<DocumentRecord['creator']>): string[] => [
  ...delivered.policy,
  ...delivered.reportOnly,
  ...delivered.meta,
  ...(delivered.allowlist ?? []),
  ...(delivered.allowlistReportOnly ?? []),
];

/** What it takes to make a global: nothing, a document of its own, something that inherits, a service worker. */
function contextSize(name: string | undefined): number {
  const context = contextNamed(name ?? '');
  if (context === undefined) return 4;
  if (context.serviceWorker !== undefined) return 3;
  if (!context.created) return 0;
  return context.own === undefined ? 2 : 1;
}
