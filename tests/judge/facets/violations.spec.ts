import { expect, test } from '@playwright/test';
import { contextNamed } from '../../../harness/catalogue/registry.ts';
import { compareViolations } from '../../../harness/judge/facets/violations.ts';
import { evidenceOf, plannedCase, specOf, violationOf } from '../fixture.ts';

const one = plannedCase("connect-src 'self'", 'https://third.test/a?q#f');
const socket = plannedCase("connect-src 'self'", 'wss://third.test/', 'WebSocket');
const compare = (target: typeof one, ...violations: ReturnType<typeof violationOf>[]) =>
  compareViolations(target, evidenceOf(target, { violations }), specOf(target));

test('the event the specification fires conforms', () => {
  expect(compare(one, violationOf(one)).result).toBe('conforms');
});

test('ws(s) in the blockedURI of a WebSocket counts as http(s)', () => {
  const raw = String(violationOf(socket).fields.blockedURI).replace(/^https/, 'wss');
  expect(compare(socket, violationOf(socket, { blockedURI: raw })).result).toBe('conforms');
});

const different: Array<[string, Parameters<typeof violationOf>[1], string]> = [
  ['statusCode', { statusCode: 0 }, 'statusCode 0 instead of 200'],
  [
    'the directive',
    { effectiveDirective: 'default-src' },
    'effectiveDirective "default-src" instead of "connect-src"',
  ],
  ['blockedURI cut to the origin', { blockedURI: 'https://third.test' }, 'blockedURI is the origin only'],
  ['an empty blockedURI', { blockedURI: '' }, 'blockedURI is empty'],
  ['another document', { documentURI: 'about:blank' }, 'documentURI is another URL (about:)'],
  ['another policy', { originalPolicy: "connect-src 'none'" }, 'originalPolicy is another policy'],
  ['an event that does not bubble', { bubbles: false }, 'it does not bubble, or is not composed'],
];
for (const [name, changes, difference] of different)
  test(`${name} is told as a difference`, () => {
    const facet = compare(one, violationOf(one, changes));
    expect(facet).toMatchObject({ result: 'deviates', differences: [difference] });
  });

test('the status of an initial about:blank, which has no response, is left open', () => {
  const context = contextNamed('about-blank') ?? one.document.context;
  const blank = { ...one, document: { ...one.document, context } };
  for (const statusCode of [0, 200])
    expect(compare(blank, violationOf(blank, { statusCode })).result).toBe('conforms');
});

test('no event where one is due', () => {
  expect(compare(one)).toMatchObject({ result: 'deviates', differences: ['no event (enforce)'] });
});

test('two events for one policy', () => {
  expect(compare(one, violationOf(one), violationOf(one)).differences).toEqual(['2 events (enforce)']);
});

test('an event that is not due', () => {
  const allowed = plannedCase('connect-src https://third.test', 'https://third.test/a?q#f');
  const facet = compareViolations(
    allowed,
    evidenceOf(allowed, { violations: [violationOf(one)] }),
    specOf(allowed),
  );
  expect(facet.differences).toEqual(['an event the specification does not fire (enforce)']);
});

test('the event of one policy is not taken for that of another, which has none', () => {
  const two = plannedCase("connect-src 'self', connect-src https://api.test", 'https://third.test/a?q#f');
  const originalPolicy = 'connect-src https://api.test';
  expect(compare(two, violationOf(two, { originalPolicy })).differences).toEqual(['no event (enforce)']);
});

test('two policies in the same words fire an event each', () => {
  const twins = plannedCase("connect-src 'self', connect-src 'self'", 'https://third.test/a?q#f');
  expect(compare(twins, violationOf(twins), violationOf(twins)).result).toBe('conforms');
  expect(compare(twins, violationOf(twins)).differences).toEqual(['1 event (enforce)']);
});
