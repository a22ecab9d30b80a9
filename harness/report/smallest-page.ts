import type {
  CaseRecord,
  DeviationRecord,
  DocumentRecord,
  ReproductionRecord,
  StepRecord,
} from '../results/schema.ts';
import { type DeviationKind, kindOfDifference } from '../results/verdict.ts';
import type { Shown } from './reproduction.ts';

/** The smallest page that is known to show a deviation, and what the specification says of its connection. */
export interface SmallestPage {
  one: Shown;
  document: DocumentRecord;
  spec: Pick<CaseRecord['spec'], 'verdict' | 'by'>;
  /** The steps that lead to that verdict. */
  steps: readonly StepRecord[];
  /** The version in which it was shrunk; null where it is a case as it stands. */
  shrunkIn: string | null;
}

/** A recorded reproduction as a page. */
export const shrunkPage = (
  { version, document, spec, ...one }: ReproductionRecord,
  steps: readonly StepRecord[],
): SmallestPage => ({ one, document, spec, steps, shrunkIn: version });

/**
 * The recorded reproduction of a deviation, where it shows it as this kind: one that blocks too much says nothing of what
 * the same cause lets out.
 */
export const reproductionOf = (
  { facet, reproduction }: Pick<DeviationRecord, 'facet' | 'reproduction'>,
  kind: DeviationKind,
): ReproductionRecord | null =>
  reproduction && kindOfDifference(facet, reproduction.observed) === kind ? reproduction : null;
