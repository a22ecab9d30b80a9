import fc from 'fast-check';
import { oneOf } from './one-of.ts';
import { keywords, schemeSources, sourceHosts, sourcePaths, sourcePorts, sourceSchemes } from './words.ts';

/** Mostly the plain word: a source in which everything is special matches nothing, whatever one of its parts means. */
const mostly = <T>(plain: T, words: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(plain) }, { weight: 2, arbitrary: oneOf(words) });

/** CSP#grammardef-host-source, and its neighbours. */
const hostSource = fc
  .record({
    scheme: mostly<string | null>(null, sourceSchemes),
    host: mostly('api.test', sourceHosts),
    port: mostly('', sourcePorts),
    path: mostly('', sourcePaths),
  })
  .map(({ scheme, host, port, path }) => `${scheme === null ? '' : `${scheme}://`}${host}${port}${path}`);

/** One character of a source taken out, doubled, or put in: the grammar's malformed neighbours. */
const malformed = fc
  .tuple(hostSource, fc.nat(60), oneOf(['', '', '/', ':', '.', '*', '%', '@', '?', '!', "'", '=', '~', '[']))
  .map(([source, at, put]) => {
    const place = at % source.length;
    return source.slice(0, place) + put + source.slice(put === '' ? place + 1 : place);
  });

const source = fc.oneof(
  { weight: 10, arbitrary: hostSource },
  { weight: 3, arbitrary: mostly("'self'", keywords) },
  { weight: 3, arbitrary: oneOf(schemeSources) },
  { weight: 2, arbitrary: malformed },
);

/** White space as CSP has it (INFRA#ascii-whitespace), and what is none; a header cannot carry a line break. */
const space = oneOf([' ', ' ', ' ', ' ', ' ', ' ', '  ', '\t', ' \t ', '\u00a0']);

const sourceList = fc
  .array(fc.tuple(space, source), { minLength: 0, maxLength: 4 })
  .map((sources) => sources.flat().join(''));

const connectSrc = fc
  .tuple(oneOf(['connect-src', 'connect-src', 'connect-src', 'Connect-Src', 'CONNECT-SRC']), sourceList)
  .map((parts) => parts.join(''));

/** The agent's script has to run, whatever stands in default-src. */
const defaultSrc = sourceList.map((list) => `default-src${list}; script-src 'self'`);

const beside = oneOf([
  '',
  '',
  '',
  "img-src 'none'",
  'made-up',
  "connect-src 'none'",
  'connect-src *',
  'upgrade-insecure-requests',
  "connect-src-elem 'none'",
  'sandbox allow-scripts allow-same-origin',
  'block-all-mixed-content',
  "frame-ancestors 'self'",
  "style-src 'self'",
  'report-to made-up',
  '\u00e9',
]);

/** The text of a policy, as a server or an author may write it. */
export const policyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: connectSrc }, { weight: 1, arbitrary: defaultSrc }),
    beside,
    fc.boolean(),
  )
  .map(([directive, other, first]) =>
    other === '' ? directive : (first ? [other, directive] : [directive, other]).join('; '),
  );
