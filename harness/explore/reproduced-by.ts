import type { Reproductions } from '../expectations/reproductions-file.ts';
import type { Explored } from './document.ts';
import { withPolicies } from './invariant.ts';
import type { Probe } from './probe.ts';
import { shape } from './shape.ts';
import { withoutParts } from './simpler.ts';

/**
 * The cause whose smallest document is, but for names, this one, in the same browser; null where there is none. A smallest
 * document that was recorded when parts of sources were not taken out at once may still have such a part: it is compared
 * without it as well.
 */
export function reproducedBy(
  reproductions: Reproductions,
  { browser, says }: Pick<Probe, 'browser' | 'says'>,
  document: Explored,
): string | null {
  const mine = shape(document);
  return (
    reproductions.find(
      (one) =>
        one.browser === browser &&
        one.says === says &&
        withAndWithoutParts(one.document as Explored).some((each) => shape(each) === mine),
    )?.cause ?? null
  );
}

/** A document, and the same with a part less in the sources of its only policy. */
function withAndWithoutParts(document: Explored): Explored[] {
  const [text, ...others] = [...(document.policy ?? []), ...(document.meta ?? [])];
  if (text === undefined || others.length > 0) return [document];
  return [document, ...withoutParts(text).map((less) => withPolicies(document, () => less))];
}
