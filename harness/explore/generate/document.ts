import fc from 'fast-check';
import { metaPlacementNames } from '../../plan/meta-placements.ts';
import { type Explored, type ExploredTarget, playable } from '../document.ts';
import { costlyContexts, exploredContexts, exploredMechanisms } from './features.ts';
import { near } from './near.ts';
import { oneOf } from './one-of.ts';
import { policyText } from './policy.ts';
import { localTarget, target } from './target.ts';

/** Targets of one document: many share what a document costs, and more would wait for each other. */
const MOST_TARGETS = 32;

/** What opens the connections; each takes the URLs that it can. */
const by = fc.tuple(
  fc.oneof(
    { weight: 2, arbitrary: oneOf(['fetch', 'XMLHttpRequest']) },
    { weight: 3, arbitrary: oneOf(exploredMechanisms) },
  ),
  oneOf(['WebSocket', 'WebSocket', 'WebSocketStream']),
);

const context = fc.oneof(
  { weight: 4, arbitrary: fc.constant('frame') },
  { weight: 8, arbitrary: oneOf(exploredContexts) },
  { weight: 1, arbitrary: oneOf(costlyContexts) },
);

/** How a meta stands in its document, where there is one. */
const placement: fc.Arbitrary<Pick<Explored, 'metaPlacement' | 'metaName'>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: oneOf(
      metaPlacementNames.filter((name) => name !== 'head').map((metaPlacement) => ({ metaPlacement })),
    ),
  },
  {
    weight: 1,
    arbitrary: oneOf(
      ['content-security-policy', 'Content-Security-Policy-Report-Only', ' Content-Security-Policy'].map(
        (metaName) => ({ metaName }),
      ),
    ),
  },
);

/** What else may come with a document. */
const beside: fc.Arbitrary<Pick<Explored, 'status' | 'markup'>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: oneOf([{ status: 404 }, { status: 500 }]) },
  {
    weight: 1,
    arbitrary: oneOf([
      { markup: '<base href="https://api.test/">' },
      { markup: '<meta name="referrer" content="no-referrer">' },
    ]),
  },
);

/** One policy or two, in each of the ways in which they come. */
const delivered: fc.Arbitrary<Delivered> = fc.oneof(
  { weight: 4, arbitrary: policyText.map((text) => ({ policy: [text] })) },
  { weight: 1, arbitrary: fc.tuple(policyText, policyText).map((policy) => ({ policy })) },
  { weight: 2, arbitrary: policyText.map((text) => ({ meta: [text] })) },
  { weight: 1, arbitrary: pair((policy, meta) => ({ policy, meta })) },
  { weight: 1, arbitrary: pair((policy, reportOnly) => ({ policy, reportOnly })) },
  { weight: 1, arbitrary: pair((policy, meta) => ({ creator: { policy }, meta })) },
  { weight: 1, arbitrary: pair((meta, policy) => ({ creator: { meta }, policy })) },
);

type Delivered = Pick<Explored, 'policy' | 'reportOnly' | 'meta' | 'creator'>;

/** Two policies, each delivered in a way of its own. */
function pair(deliver: (first: string[], second: string[]) => Delivered): fc.Arbitrary<Delivered> {
  return fc.tuple(policyText, policyText).map(([first, second]) => deliver([first], [second]));
}

/** Documents that can be played, with targets near the boundary of what they match. */
export const document: fc.Arbitrary<Explored> = fc
  .record({
    page: oneOf([
      'https://page.test/',
      'https://page.test/',
      'http://page.test/',
      'https://page.test:8443/',
      'http://localhost/',
    ]),
    delivered,
    placement,
    beside,
    context,
    by,
    targets: fc.array(target, { minLength: 12, maxLength: 20 }),
    local: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: localTarget.map((one) => [one]) },
    ),
  })
  .map(({ delivered, placement, beside, targets, local, ...rest }): Explored => {
    const policies = textsOf(delivered);
    const takesOptions = rest.by[0] === 'fetch';
    return {
      ...rest,
      ...beside,
      ...delivered,
      ...(delivered.meta && placement),
      targets: distinct([
        ...local,
        ...near(policies, rest.page).map((url) => ({ url })),
        ...targets.filter(({ options }) => options === undefined || takesOptions),
      ]),
    };
  })
  .filter(playable);

/** The text of every policy, the creator's included. */
const textsOf = ({ creator, policy = [], reportOnly = [], meta = [] }: Delivered): string[] => [
  ...[creator?.policy ?? [], creator?.meta ?? []].flat(),
  ...policy,
  ...reportOnly,
  ...meta,
];

/** Each target once, as the URL parser writes it. */
function distinct(targets: readonly ExploredTarget[]): ExploredTarget[] {
  const key = ({ url, ...more }: ExploredTarget) => JSON.stringify([new URL(url).href, more]);
  return [...new Map(targets.map((one) => [key(one), one])).values()].slice(0, MOST_TARGETS);
}

/** So many documents from this seed: always the same ones. */
export const documentsFrom = (seed: number, count: number): Explored[] =>
  fc.sample(document, { seed, numRuns: count });
