import type { Invariant } from '../invariant.ts';
import aBlockIsANetworkError from './a-block-is-a-network-error.ts';
import caseOfSchemeAndHost from './case-of-scheme-and-host.ts';
import defaultSrcStandsIn from './default-src-stands-in.ts';
import headerAndMeta from './header-and-meta.ts';
import inheritingContext from './inheriting-context.ts';
import intersection from './intersection.ts';
import mechanismsAgree from './mechanisms-agree.ts';
import oneEventAPolicy from './one-event-a-policy.ts';
import oneMorePolicy from './one-more-policy.ts';
import orderOfSources from './order-of-sources.ts';
import redirectReachesNoMore from './redirect-reaches-no-more.ts';
import reportOnly from './report-only.ts';

/** Every invariant there is: one file each. */
export const invariants: readonly Invariant[] = [
  oneMorePolicy,
  headerAndMeta,
  orderOfSources,
  caseOfSchemeAndHost,
  defaultSrcStandsIn,
  reportOnly,
  intersection,
  mechanismsAgree,
  inheritingContext,
  redirectReachesNoMore,
  aBlockIsANetworkError,
  oneEventAPolicy,
];
