import { compared, type Facet, notJudged } from './facet.ts';

/** Of reports that are sent: what a `ReportingObserver` is given is not sent anywhere. */
const MISSING = /^no report (?:\(|of the allowlist)/;

/**
 * The facet of reports without what is not shown: where the control of a report sent none either, that one is missing may be the
 * browser's doing or a batch that it lost. What is recorded of the case stands.
 *
 * @param isKnown whether a difference is recorded
 */
export function withoutUnproven(facet: Facet, isKnown: (difference: string) => boolean): Facet {
  const proven = facet.differences.filter((one) => !MISSING.test(one) || isKnown(one));
  if (proven.length === facet.differences.length) return facet;
  return proven.length === 0
    ? notJudged(facet.spec, 'no report, nor one of the control')
    : compared(facet.spec, proven.join('; '), proven);
}
