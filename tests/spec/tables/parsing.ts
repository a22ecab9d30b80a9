import { parseSerializedPolicy, serializePolicy } from '../../../harness/spec/explain.ts';
import { ask, type Case, type Table } from './table.ts';

/** What is left of a policy's text once it is parsed and written again. */
const parsed = (name: string, text: string, expected: string): Case => ({
  name,
  actual: () => serializePolicy(parseSerializedPolicy(text, 'header', 'enforce')),
  expected,
});

const serialized: Table = {
  section: 'CSP#parse-serialized-policy',
  cases: [
    parsed('directives are split on semicolons', 'a b;c d', 'a b; c d'),
    parsed('empty tokens are left out', ';; a ;;\t; b;', 'a; b'),
    parsed('TAB, LF, FF, CR and SPACE are whitespace', '\t\n\f\r a\tb\nc\fd\re f \r\n', 'a b c d e f'),
    parsed('other white space is not', 'a\u000bb', 'a\u000bb'),
    parsed(
      'names are lower-cased, values are not',
      "Connect-SRC HTTPS://B.test 'Self'",
      "connect-src HTTPS://B.test 'Self'",
    ),
    parsed('the first of two directives counts', 'a 1; A 2; b 3', 'a 1; b 3'),
    parsed('an empty first directive counts as well', 'a; a 2', 'a'),
    parsed('a token that comes twice is there once', "a 'none' b 'none'", "a 'none' b"),
    parsed('a non-ASCII code point drops its directive, and only that', 'a é; b', 'b'),
    parsed('so does one at the edge of ASCII', 'a \u0080; b \u007f', 'b \u007f'),
    parsed('so does one in the name', 'é; b', 'b'),
    parsed('so does one that is no character of its own', 'a \ud800; b', 'b'),
    parsed('a dropped directive does not count as the first', 'a é; a b', 'a b'),
    parsed('white space outside ASCII drops it too', '\u00a0a; b', 'b'),
    parsed('unknown directives are kept', 'made-up x', 'made-up x'),
    parsed('nothing gives nothing', ' ; ', ''),
    parsed('commas are no separator here', 'a b, c d', 'a b, c d'),
  ],
};

/** The policies that govern a request, as violations name them. */
const policies = (question: Parameters<typeof ask>[0]) =>
  ask(question).violations.map(({ disposition, originalPolicy }) => `${disposition}: ${originalPolicy}`);

const none = "connect-src 'none'";

const response: Table = {
  section: 'CSP#parse-response-csp',
  cases: [
    {
      name: 'a comma starts another policy, and both apply',
      actual: () => policies({ policy: `${none}, connect-src a.test`, url: 'https://b.test/' }),
      expected: [`enforce: ${none}`, 'enforce: connect-src a.test'],
    },
    {
      name: 'so does another header line',
      actual: () => policies({ policy: [none, 'connect-src a.test'], url: 'https://b.test/' }),
      expected: [`enforce: ${none}`, 'enforce: connect-src a.test'],
    },
    {
      name: 'a comma in a source list cuts it short',
      actual: () => ask({ policy: "connect-src 'self', https://b.test", url: 'https://b.test/' }).verdict,
      expected: 'blocked',
    },
    {
      name: 'empty pieces are no policies',
      actual: () =>
        ask({ policy: [' , ;', ',', `${none};`], url: 'https://b.test/' }).violations[0]?.policyIndex,
      expected: 0,
    },
    {
      name: 'every policy has to allow',
      actual: () =>
        ask({ policy: ['connect-src *', 'connect-src https:', none], url: 'https://b.test/' }).verdict,
      expected: 'blocked',
    },
    {
      name: 'identical policies are two policies',
      actual: () => policies({ policy: [none, none], url: 'https://b.test/' }).length,
      expected: 2,
    },
    {
      name: 'duplicate directives in different policies both count',
      actual: () => ask({ policy: 'connect-src a.test, connect-src b.test', url: 'https://b.test/' }).verdict,
      expected: 'blocked',
    },
    {
      name: 'a directive that is dropped restricts nothing',
      actual: () => ask({ policy: "connect-src 'none' é; img-src *", url: 'https://b.test/' }).verdict,
      expected: 'allowed',
    },
    {
      name: 'no header, no policy',
      actual: () => ask({ policy: [], url: 'https://b.test/' }).directive,
      expected: null,
    },
    {
      name: 'enforced policies come before report-only ones in the list',
      actual: () =>
        ask({ reportOnly: none, policy: ['connect-src *', none], url: 'https://b.test/' }).violations.map(
          ({ disposition, policyIndex }) => [disposition, policyIndex],
        ),
      expected: [
        ['report', 2],
        ['enforce', 1],
      ],
    },
    {
      name: 'report-only never blocks',
      actual: () => ask({ reportOnly: none, url: 'https://b.test/' }).verdict,
      expected: 'allowed',
    },
  ],
};

const meta: Table = {
  section: 'CSP#meta-element',
  cases: [
    {
      name: 'a meta element adds to the header',
      actual: () => ask({ policy: 'connect-src *', meta: none, url: 'https://b.test/' }).verdict,
      expected: 'blocked',
    },
    {
      name: 'it cannot loosen what the header says',
      actual: () => ask({ policy: none, meta: 'connect-src *', url: 'https://b.test/' }).verdict,
      expected: 'blocked',
    },
    {
      name: 'a comma does not separate policies',
      actual: () => policies({ meta: "connect-src 'self', https://b.test", url: 'https://c.test/' }),
      expected: ["enforce: connect-src 'self', https://b.test"],
    },
    {
      name: 'report-uri, frame-ancestors and sandbox are dropped, report-to is not',
      actual: () =>
        policies({
          meta: `report-uri /r; ${none}; sandbox; frame-ancestors 'none'; report-to g`,
          url: 'https://b.test/',
        }),
      expected: [`enforce: ${none}; report-to g`],
    },
    {
      name: 'several elements are several policies, in order',
      actual: () => policies({ meta: [none, 'connect-src a.test'], url: 'https://b.test/' }),
      expected: [`enforce: ${none}`, 'enforce: connect-src a.test'],
    },
    {
      name: 'they come after all headers',
      actual: () =>
        ask({ reportOnly: 'connect-src *', meta: none, url: 'https://b.test/' }).violations[0]?.policyIndex,
      expected: 1,
    },
    {
      name: 'one outside head is ignored',
      actual: () => ask({ meta: { content: none, parent: 'body' }, url: 'https://b.test/' }).verdict,
      expected: 'allowed',
    },
    {
      name: 'one in head counts, whatever the case of its http-equiv',
      actual: () =>
        ask({
          meta: { content: none, parent: 'head', httpEquiv: 'CONTENT-security-POLICY' },
          url: 'https://b.test/',
        }).verdict,
      expected: 'blocked',
    },
    {
      name: 'there is no report-only meta element',
      actual: () => {
        const meta = { content: none, httpEquiv: 'Content-Security-Policy-Report-Only' };
        const { verdict, violations } = ask({ meta, url: 'https://b.test/' });
        return [verdict, violations.length];
      },
      expected: ['allowed', 0],
    },
    {
      name: 'empty content adds nothing',
      actual: () => ask({ meta: ['', none], url: 'https://b.test/' }).violations[0]?.policyIndex,
      expected: 0,
    },
  ],
};

export const parsing: Table[] = [serialized, response, meta];
