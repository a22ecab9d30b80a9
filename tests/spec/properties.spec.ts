import { test } from '@playwright/test';
import fc from 'fast-check';
import {
  explain,
  parseSerializedPolicy,
  type Question,
  serializePolicy,
} from '../../harness/spec/explain.ts';

// What must hold whatever the policy and the URL. The parts come from a small stock, so that they meet often.

const scheme = fc.constantFrom('http', 'https', 'ws', 'wss');
const host = fc.constantFrom('page.test', 'b.test', 'a.b.test', 'localhost', '127.0.0.1');
const port = fc.constantFrom('', ':80', ':443', ':8080');
const path = fc.constantFrom('', '/', '/a', '/a/', '/a/b', '/%61', '/A');
const url = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(scheme, host, port, path).map(([s, h, p, a]) => `${s}://${h}${p}${a}`) },
  { weight: 1, arbitrary: fc.constantFrom('data:,x', 'blob:https://page.test/1', 'about:blank') },
);
const hostPart = fc.oneof(host, fc.constantFrom('*', '*.b.test'));
const portPart = fc.oneof(port, fc.constant(':*'));
const schemePart = fc.oneof(
  fc.constant(''),
  scheme.map((name) => `${name}://`),
);
const source = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(schemePart, hostPart, portPart, path).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: scheme.map((name) => `${name}:`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("'self'", "'none'", '*', 'data:', "'unsafe-inline'", 'http://[::1]', '%'),
  },
);
const sources = fc.array(source, { maxLength: 4 });
const directive = fc.tuple(fc.constantFrom('connect-src', 'default-src', 'img-src'), sources);
const policy = fc
  .array(directive, { minLength: 1, maxLength: 3 })
  .map((directives) => directives.map(([name, list]) => [name, ...list].join(' ')).join('; '));
const self = fc.oneof(
  fc.constant('opaque'),
  fc.tuple(fc.constantFrom('http', 'https'), host, port).map(([s, h, p]) => `${s}://${h}${p}/`),
);
const redirectCount = fc.constantFrom(0, 1, 2);

const verdict = (question: Question) => explain(question).verdict;
const upper = (text: string) => text.toUpperCase();
const runs = { numRuns: 2000 };

test('adding a source never blocks more', () => {
  const question = fc.record({ self, url, redirectCount });
  fc.assert(
    fc.property(question, fc.array(source, { minLength: 1, maxLength: 4 }), source, (asked, list, more) => {
      fc.pre(verdict({ ...asked, policy: `connect-src ${list.join(' ')}` }) === 'allowed');
      return verdict({ ...asked, policy: `connect-src ${[...list, more].join(' ')}` }) === 'allowed';
    }),
    runs,
  );
});

test('adding a policy never allows more', () => {
  const question = fc.record({
    self,
    url,
    redirectCount,
    policy: fc.array(policy, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(question, policy, (asked, more) => {
      fc.pre(verdict(asked) === 'blocked');
      const longer = [{ policy: [...asked.policy, more] }, { meta: more }];
      return longer.every((added) => verdict({ ...asked, ...added }) === 'blocked');
    }),
    runs,
  );
});

test('a report-only policy never changes the verdict', () => {
  fc.assert(
    fc.property(fc.record({ self, url, redirectCount, policy }), policy, (asked, reportOnly) => {
      return verdict({ ...asked, reportOnly }) === verdict(asked);
    }),
    runs,
  );
});

test('the order of sources and of policies never matters', () => {
  fc.assert(
    fc.property(
      fc.record({ self, url, redirectCount }),
      fc.array(policy, { minLength: 2, maxLength: 3 }),
      sources,
      (asked, policies, list) => {
        const both = [policies, [`connect-src ${list.join(' ')}`]];
        const reversed = [policies.toReversed(), [`connect-src ${list.toReversed().join(' ')}`]];
        const verdicts = (asking: string[][]) =>
          asking.map((lines) => verdict({ ...asked, policy: lines })).join();
        return verdicts(both) === verdicts(reversed);
      },
    ),
    runs,
  );
});

test('the case of schemes, hosts and keywords never matters', () => {
  const pathless = fc.oneof(
    fc.tuple(schemePart, hostPart, portPart).map((parts) => parts.join('')),
    fc.constantFrom("'self'", "'none'", 'https:'),
  );
  fc.assert(
    fc.property(
      fc.record({ self, url, redirectCount }),
      fc.array(pathless, { maxLength: 3 }),
      (asked, list) => {
        const written = verdict({ ...asked, policy: `connect-src ${list.join(' ')}` });
        return verdict({ ...asked, policy: `CONNECT-SRC ${list.map(upper).join(' ')}` }) === written;
      },
    ),
    runs,
  );
});

test('query, fragment and userinfo never matter', () => {
  const target = fc.tuple(scheme, host, port, path);
  fc.assert(
    fc.property(
      fc.record({ self, redirectCount, policy }),
      target,
      fc.webQueryParameters(),
      (asked, [s, h, p, a], query) => {
        const plain = verdict({ ...asked, url: `${s}://${h}${p}${a}` });
        return verdict({ ...asked, url: `${s}://u:p@${h}${p}${a}?${query}#${query}` }) === plain;
      },
    ),
    runs,
  );
});

test('after a redirect no path matters', () => {
  const target = fc.tuple(scheme, host, port);
  fc.assert(
    fc.property(fc.record({ self, policy }), target, path, path, (asked, parts, one, other) => {
      const after = (suffix: string) => verdict({ ...asked, url: parts.join('') + suffix, redirectCount: 1 });
      return after(one) === after(other);
    }),
    runs,
  );
});

test('what is blocked has a violation of every policy that blocks, and what is allowed has none', () => {
  const question = fc.record({ self, url, redirectCount, policy: fc.array(policy, { maxLength: 3 }) });
  fc.assert(
    fc.property(question, (asked) => {
      const violated = asked.policy
        .map((one) => verdict({ ...asked, policy: one }))
        .filter((one) => one === 'blocked');
      return explain(asked).violations.length === violated.length;
    }),
    runs,
  );
});

test('a policy that is written and parsed again is the same', () => {
  const character = fc.constantFrom('a', 'B', ';', ' ', '\t', '\n', ',', "'", '\u00e9', '\u007f', '\u000b');
  fc.assert(
    fc.property(fc.oneof(policy, fc.string({ unit: character }), fc.string({ unit: 'binary' })), (text) => {
      const parsed = parseSerializedPolicy(text, 'header', 'enforce');
      const again = parseSerializedPolicy(serializePolicy(parsed), 'header', 'enforce');
      return JSON.stringify([...again.directives]) === JSON.stringify([...parsed.directives]);
    }),
    runs,
  );
});

test('no input throws', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
  const lines = fc.oneof(text, fc.array(text, { maxLength: 3 }));
  const question = fc.record({
    policy: fc.oneof(
      lines,
      text.map((noise) => `connect-src ${noise}`),
    ),
    reportOnly: lines,
    meta: lines,
    self: fc.oneof(self, text),
    url: fc.oneof(
      url,
      text,
      text.map((noise) => `https://b.test/${noise}`),
    ),
    page: text,
    referrer: text,
    redirects: fc.array(fc.oneof(url, text), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(question, (asked) => {
      return ['allowed', 'blocked'].includes(explain(asked).verdict);
    }),
    runs,
  );
});
