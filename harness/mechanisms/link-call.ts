import type { Call } from './mechanism.ts';

/** Null where `<link>` knows this relation. */
export const hasRelation = (relation: string): string | null =>
  document.createElement('link').relList.supports(relation)
    ? null
    : `<link> does not support rel=${relation}`;

/** Puts a `<link>` with these attributes into head and records whether it fires `load` or `error`. */
export function insertLink({ url, record }: Call, attributes: Record<string, string>): void {
  const link = document.createElement('link');
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  for (const name of ['load', 'error'])
    link.addEventListener(name, () => {
      record.event(name);
      record.settled();
    });
  link.href = url;
  document.head.append(link);
}
