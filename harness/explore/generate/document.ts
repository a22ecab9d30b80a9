import fc from 'fast-check';
import { type Explored, type ExploredTarget, playable } from '../document.ts';
import { exploredContexts, exploredMechanisms } from './features.ts';
import { near } from './near.ts';
import { policyText } from './policy.ts';
import { targetHosts, targetPaths, targetPorts, targetSchemes } from './words.ts';

/** Targets of one document; more would wait for each other. */
const MOST_TARGETS = 12;

const oneOf = <T>(words: readonly T[]) => fc.constantFrom(...words);

const networkUrl = fc
  .tuple(oneOf(targetSchemes), oneOf(targetHosts), oneOf(targetPorts), oneOf(targetPaths))
  .map(([scheme, host, port, path]) => `${scheme}://${host}${port}${path}`);

const httpsUrl = networkUrl.map((url) => url.replace(/^(ws|http)(s?):/, 'https:'));

/** Redirects of every status, and on to a second one. */
const redirects = fc.array(
  fc.tuple(oneOf([301, 302, 302, 303, 307, 308] as const), httpsUrl).map(([status, to]) => ({ status, to })),
  { minLength: 1, maxLength: 2 },
);

const target: fc.Arbitrary<ExploredTarget> = fc.oneof(
  { weight: 8, arbitrary: networkUrl.map((url) => ({ url })) },
  { weight: 1, arbitrary: oneOf([{ url: 'data:,x' }, { url: 'blob:' }]) },
  { weight: 1, arbitrary: fc.record({ url: httpsUrl, redirects }) },
);

/** What opens the connections; each takes the URLs that it can. */
const by = fc.tuple(
  fc.oneof(
    { weight: 2, arbitrary: oneOf(['fetch', 'XMLHttpRequest']) },
    { weight: 3, arbitrary: oneOf(exploredMechanisms) },
  ),
  oneOf(['WebSocket', 'WebSocket', 'WebSocketStream']),
);

const context = fc.oneof(
  { weight: 1, arbitrary: fc.constant('frame') },
  { weight: 2, arbitrary: oneOf(exploredContexts) },
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
    context,
    by,
    targets: fc.array(target, { minLength: 3, maxLength: 6 }),
  })
  .map(({ delivered, targets, ...rest }): Explored => {
    const policies = textsOf(delivered);
    return {
      ...rest,
      ...delivered,
      targets: distinct([...near(policies).map((url) => ({ url })), ...targets]),
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
  const key = ({ url, redirects }: ExploredTarget) => JSON.stringify([new URL(url).href, redirects]);
  return [...new Map(targets.map((one) => [key(one), one])).values()].slice(0, MOST_TARGETS);
}

/** So many documents from this seed: always the same ones. */
export const documentsFrom = (seed: number, count: number): Explored[] =>
  fc.sample(document, { seed, numRuns: count });
