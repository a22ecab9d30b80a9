import { Evaluation } from '../spec/evaluation.ts';
import { contextTraits, type Delivered, type MetaElement } from '../spec/explain.ts';
import { policyOfMetaElement } from '../spec/meta-element.ts';
import { asArray } from '../spec/parse-response-policies.ts';
import type { Place } from './advice.ts';
import { piecesOf } from './policy-text.ts';

/** A policy of a global: its text, and where it comes from. */
export interface DeliveredPolicy extends Place {
  text: string;
}

/** All policies of a global as the oracle numbers them in `policyIndex`: enforced headers, report-only ones, metas. */
export function deliveredPolicies(delivered: Delivered, up = 0): DeliveredPolicy[] {
  const { policies, global } = contextTraits[delivered.context ?? 'document'];
  const { creator } = delivered;
  // Where a kind inherits and no creator is named, the delivery describes the creator.
  if (policies === 'creator' && creator === undefined) {
    const { context: _, ...own } = delivered;
    return deliveredPolicies(own, up);
  }
  const inherited = policies === 'creator' && creator !== undefined;
  const start = inherited ? deliveredPolicies(creator, up + 1) : headerPolicies(delivered, up);
  return global === 'document' ? [...start, ...metaPolicies(delivered, up)] : start;
}

function headerPolicies({ policy, reportOnly }: Delivered, up: number): DeliveredPolicy[] {
  const pieces = (lines: Delivered['policy'], place: 'policy' | 'report-only') =>
    piecesOf(lines).map((text, index): DeliveredPolicy => ({ text, in: place, policy: index, up }));
  return [...pieces(policy, 'policy'), ...pieces(reportOnly, 'report-only')];
}

function metaPolicies({ meta }: Delivered, up: number): DeliveredPolicy[] {
  const run = new Evaluation({}, false);
  return asArray(meta).flatMap((element, index): DeliveredPolicy[] => {
    if (policyOfMetaElement(element, run) === null) return [];
    return [{ text: contentOf(element), in: 'meta', policy: index, up }];
  });
}

/** The content of a `<meta>` element. */
export const contentOf = (element: MetaElement): string =>
  typeof element === 'string' ? element : element.content;
