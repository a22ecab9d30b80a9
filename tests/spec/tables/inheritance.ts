import type { ContextKind } from '../../../harness/spec/explain.ts';
import { ask, type Case, type Table } from './table.ts';

const b = 'https://b.test/';
const creator = { self: 'https://top.test/', policy: "connect-src 'self'" };

/** In a context whose own response allows only b.test, and whose creator allows only itself: who is listened to? */
const listens = (context: ContextKind, expected: 'its response' | 'its creator'): Case => ({
  name: `${context} has the policies of ${expected}`,
  actual: () => {
    const delivered = { context, creator, policy: 'connect-src b.test' };
    const verdicts = ['https://top.test/', b].map((url) => ask({ ...delivered, url }).verdict);
    return verdicts.join() === 'allowed,blocked'
      ? 'its creator'
      : verdicts.join() === 'blocked,allowed'
        ? 'its response'
        : verdicts;
  },
  expected,
});

const document: Table = {
  section: 'HTML#determining-navigation-params-policy-container',
  cases: [
    listens('document', 'its response'),
    listens('frame', 'its response'),
    listens('sandboxed', 'its response'),
    listens('srcdoc', 'its creator'),
    listens('about-blank', 'its creator'),
    listens('blob-frame', 'its creator'),
    listens('data-frame', 'its creator'),
    {
      name: 'a child may add meta elements, and both apply',
      actual: () =>
        ask({ context: 'srcdoc', creator, meta: "connect-src 'none'", url: 'https://top.test/' }).verdict,
      expected: 'blocked',
    },
    {
      name: 'meta elements of the creator are inherited',
      actual: () =>
        ask({ context: 'srcdoc', creator: { self: b, meta: "connect-src 'none'" }, url: b }).verdict,
      expected: 'blocked',
    },
    {
      name: "'self' is the creator's, from generation to generation",
      actual: () => {
        const child = { context: 'data-frame', self: 'opaque', creator } as const;
        return ask({ context: 'srcdoc', self: 'opaque', creator: child, url: 'https://top.test/' }).verdict;
      },
      expected: 'allowed',
    },
    {
      name: 'without a creator, the delivery is the creator’s own, meta elements counted once',
      actual: () =>
        ask({
          context: 'srcdoc',
          policy: "connect-src 'none'",
          meta: "connect-src 'none'",
          url: b,
        }).violations.map(({ documentURI, policyIndex }) => [documentURI, policyIndex]),
      expected: [
        ['about', 0],
        ['about', 1],
      ],
    },
    {
      name: "a sandboxed page's 'self' is still its URL's origin",
      actual: () =>
        ask({ context: 'sandboxed', policy: "connect-src 'self'", url: 'https://page.test/x' }).verdict,
      expected: 'allowed',
    },
    ...(
      [
        ['srcdoc', 'about'],
        ['about-blank', 'about'],
        ['blob-frame', 'blob'],
        ['data-frame', 'data'],
        ['blob-worker', 'blob'],
        ['data-worker', 'data'],
        ['frame', 'https://page.test/'],
      ] as const
    ).map(([context, expected]) => ({
      name: `the documentURI of ${context} is ${expected}`,
      actual: () => ask({ context, policy: 'connect-src', url: b }).violations[0]?.documentURI,
      expected,
    })),
    {
      name: 'unless its URL is known',
      actual: () =>
        ask({ context: 'about-blank', creator, page: 'https://top.test/x#f', url: b }).violations[0]
          ?.documentURI,
      expected: 'https://top.test/x',
    },
  ],
};

const javascript: Table = {
  section: 'HTML#evaluate-a-javascript:-url',
  cases: [
    listens('javascript-frame', 'its creator'),
    {
      name: 'a javascript: URL’s document has the URL and the origin of the one it replaces, and a response',
      actual: () => {
        const { violations } = ask({
          context: 'javascript-frame',
          creator: { ...creator, status: 404 },
          url: b,
        });
        return violations.map(({ documentURI, statusCode }) => [documentURI, statusCode]);
      },
      expected: [['about', 200]],
    },
    {
      name: 'it is of its creator’s origin',
      actual: () => {
        const url = 'blob:https://top.test/1';
        return ask({ context: 'javascript-frame', creator: { self: creator.self }, url }).alsoBlockedBy;
      },
      expected: [],
    },
  ],
};

const worker: Table = {
  section: 'HTML#initialize-worker-policy-container',
  cases: [
    listens('worker', 'its response'),
    listens('blob-worker', 'its creator'),
    listens('data-worker', 'its creator'),
    listens('shared-worker', 'its response'),
    listens('blob-shared-worker', 'its creator'),
    listens('data-shared-worker', 'its creator'),
    listens('service-worker', 'its response'),
    {
      name: 'a worker has no meta elements',
      actual: () => ask({ context: 'worker', meta: "connect-src 'none'", url: b }).verdict,
      expected: 'allowed',
    },
    {
      name: 'but inherits those of its creator',
      actual: () => ask({ context: 'blob-worker', meta: "connect-src 'none'", url: b }).verdict,
      expected: 'blocked',
    },
    {
      name: 'a worker without a header is unrestricted',
      actual: () =>
        ask({ context: 'worker', creator: { self: b, policy: "connect-src 'none'" }, url: b }).verdict,
      expected: 'allowed',
    },
  ],
};

export const inheritance: Table[] = [document, javascript, worker];
