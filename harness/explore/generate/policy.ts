import fc from 'fast-check';
import { keywords, schemeSources, sourceHosts, sourcePaths, sourcePorts, sourceSchemes } from './words.ts';

const oneOf = <T>(words: readonly T[]) => fc.constantFrom(...words);

/** CSP#grammardef-host-source, and its neighbours. */
const hostSource = fc
  .record({
    scheme: fc.option(oneOf(sourceSchemes), { nil: null, freq: 2 }),
    host: oneOf(sourceHosts),
    port: oneOf(sourcePorts),
    path: oneOf(sourcePaths),
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
  { weight: 3, arbitrary: oneOf(keywords) },
  { weight: 3, arbitrary: oneOf(schemeSources) },
  { weight: 2, arbitrary: malformed },
);

/** White space as CSP has it (INFRA#ascii-whitespace); a header cannot carry a line break. */
const space = oneOf([' ', ' ', ' ', ' ', '  ', '\t', ' \t ']);

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
