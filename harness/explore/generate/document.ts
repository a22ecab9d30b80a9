import fc from 'fast-check';
import { type Explored, type ExploredTarget, playable } from '../document.ts';
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

const target: fc.Arbitrary<ExploredTarget> = fc.oneof(
  { weight: 8, arbitrary: networkUrl.map((url) => ({ url })) },
  { weight: 1, arbitrary: oneOf([{ url: 'data:,x' }, { url: 'blob:' }]) },
  {
    weight: 1,
    arbitrary: fc.tuple(httpsUrl, httpsUrl).map(([url, to]) => ({ url, redirects: [to] })),
  },
);

/** What opens the connections; each takes the URLs that it can. */
const by = oneOf([
  ['fetch', 'WebSocket'],
  ['XMLHttpRequest', 'WebSocket'],
  ['EventSource', 'fetch'],
  ['sendBeacon', 'WebSocket'],
]);

const delivered = fc.oneof(
  { weight: 4, arbitrary: policyText.map((text) => ({ policy: [text] })) },
  { weight: 1, arbitrary: fc.tuple(policyText, policyText).map((policy) => ({ policy })) },
  { weight: 2, arbitrary: policyText.map((text) => ({ meta: [text] })) },
  {
    weight: 1,
    arbitrary: fc.tuple(policyText, policyText).map(([header, meta]) => ({ policy: [header], meta: [meta] })),
  },
);

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
    context: oneOf([
      'frame',
      'frame',
      'frame',
      'srcdoc',
      'blob-frame',
      'worker',
      'data-worker',
      'blob-worker',
    ]),
    by,
    targets: fc.array(target, { minLength: 3, maxLength: 6 }),
  })
  .map(({ delivered, targets, ...rest }): Explored => {
    const policies = Object.values<string[]>(delivered).flat();
    return {
      ...rest,
      ...delivered,
      targets: distinct([...near(policies).map((url) => ({ url })), ...targets]),
    };
  })
  // A worker has no markup for a meta element to stand in.
  .filter(({ meta, context }) => meta === undefined || !context?.endsWith('worker'))
  .filter(playable);

/** Each target once, as the URL parser writes it. */
function distinct(targets: readonly ExploredTarget[]): ExploredTarget[] {
  const key = ({ url, redirects }: ExploredTarget) => JSON.stringify([new URL(url).href, redirects]);
  return [...new Map(targets.map((one) => [key(one), one])).values()].slice(0, MOST_TARGETS);
}

/** So many documents from this seed: always the same ones. */
export const documentsFrom = (seed: number, count: number): Explored[] =>
  fc.sample(document, { seed, numRuns: count });
