import type { CaseRecord } from './schema.ts';

/** The case whose ids stand in a text. */
type Owner = Pick<CaseRecord, 'id' | 'document'>;

/**
 * The first parts of a case's id: of one, that of its scenario; of two, that of its document. Ids of scenarios from outside
 * may hold slashes of their own, and then the case says both.
 */
export const partOf = (id: string, parts: 1 | 2): string => id.split('/').slice(0, parts).join('/');

/** A value with `change` made to every string in it, keys left as they are. */
function mapStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapStrings(each, change)])) as T;
}

const mark = (text: string, { id, document }: Owner): string =>
  // Documents of the corpus are named `scenario/…`; a shorter name could be any word of a text.
  text.replaceAll(id, '{case}').replaceAll(document.includes('/') ? document : id, '{document}');

const unmark = (text: string, { id, document }: Owner): string =>
  text.replaceAll('{document}', document).replaceAll('{case}', id);

/** Evidence in which `{case}` and `{document}` stand for the ids of its case: that of other cases can be the same. */
export const marked = <T>(evidence: T, of: Owner): T => mapStrings(evidence, (text) => mark(text, of));

/** The evidence of a case, with its own ids again. */
export const unmarked = <T>(evidence: T, of: Owner): T => mapStrings(evidence, (text) => unmark(text, of));

/** Whether the evidence comes back from its marks as it was: not where its own texts hold a mark. */
export function isMarkable(evidence: unknown, of: Owner): boolean {
  let same = true;
  mapStrings(evidence, (text) => {
    if (unmark(mark(text, of), of) !== text) same = false;
    return text;
  });
  return same;
}
