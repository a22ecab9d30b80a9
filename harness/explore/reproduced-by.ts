import type { Reproductions } from '../expectations/reproductions-file.ts';
import type { Explored } from './document.ts';
import type { Probe } from './probe.ts';
import { shape } from './shape.ts';

/** The cause whose smallest document is, but for names, this one, in the same browser; null where there is none. */
export function reproducedBy(
  reproductions: Reproductions,
  { browser, says }: Pick<Probe, 'browser' | 'says'>,
  document: Explored,
): string | null {
  const mine = shape(document);
  return (
    reproductions.find(
      (one) => one.browser === browser && one.says === says && shape(one.document as Explored) === mine,
    )?.cause ?? null
  );
}
