import { course } from './course.ts';
import { ask, type Table } from './table.ts';

const b = 'https://b.test/';
const insecure = 'http://b.test/';

/** An https page has no mixed content once its origin is opaque, and no object URL is its own. */
const isOpaque = (name: string, question: Omit<Parameters<typeof ask>[0], 'url'>, expected: boolean) => ({
  name: `${name}: ${expected ? 'an opaque origin' : 'the origin of its response'}`,
  actual: () => [
    ask({ ...question, url: insecure, mixedContent: true }).verdict,
    ask({ ...question, url: b, redirects: ['https://u:p@page.test/'] }).alsoBlockedBy.length > 0,
  ],
  expected: expected ? ['allowed', true] : ['blocked', true],
});

const flags: Table = {
  section: 'HTML#csp-derived-sandboxing-flags',
  cases: [
    isOpaque('sandbox', { policy: 'sandbox allow-scripts' }, true),
    isOpaque('sandbox with allow-same-origin', { policy: 'sandbox allow-scripts Allow-Same-Origin' }, false),
    isOpaque('the last of several', { policy: ['sandbox', 'sandbox allow-same-origin'] }, false),
    isOpaque('the last of several', { policy: 'sandbox allow-same-origin, sandbox' }, true),
    isOpaque('one that only reports', { reportOnly: 'sandbox' }, false),
    isOpaque('one in a meta element', { meta: 'sandbox' }, false),
    isOpaque(
      'srcdoc in such a page',
      { context: 'srcdoc', creator: { self: 'https://page.test/', policy: 'sandbox allow-scripts' } },
      true,
    ),
    {
      name: 'that it refuses no mixed content is disputed',
      actual: () => {
        const { disputed, otherReading } = ask({ policy: 'sandbox', url: insecure, mixedContent: true });
        return [disputed, otherReading];
      },
      expected: [['mixed-content-when-sandboxed'], 'blocked'],
    },
    {
      name: "'self' stays the origin of the response",
      actual: () =>
        ask({ policy: "sandbox allow-scripts; connect-src 'self'", url: 'https://page.test/' }).verdict,
      expected: 'allowed',
    },
    {
      name: 'an object URL of the page is not of its own origin',
      actual: () => {
        const request = { mode: 'same-origin' };
        return [
          ask({ url: 'https://page.test/', request }).contacted,
          ask({ policy: 'sandbox allow-scripts', url: 'https://page.test/', request }).contacted,
        ];
      },
      expected: [['https://page.test/'], []],
    },
  ],
};

/** Whether a worker is run, by the text. */
const runs = (name: string, policy: string, expected: boolean, context = 'worker' as const) =>
  course(
    `${name}: the ${context} is ${expected ? '' : 'not '}run`,
    { context, policy, url: b },
    expected ? ['allowed', null, [b]] : ['blocked', 0, []],
  );

const workers: Table = {
  section: 'CSP#sandbox-init',
  cases: [
    runs('both are allowed', 'sandbox allow-same-origin allow-scripts', true),
    runs('not its origin', 'sandbox allow-scripts', false),
    runs('not its scripts', 'sandbox allow-same-origin', false),
    runs('one of two policies', 'sandbox allow-scripts, sandbox allow-same-origin allow-scripts', false),
    {
      name: 'a policy that only reports stops no worker',
      actual: () => ask({ context: 'worker', reportOnly: 'sandbox', url: b }).verdict,
      expected: 'allowed',
    },
    {
      name: 'a blob: worker is not run where its creator is sandboxed',
      actual: () => ask({ context: 'blob-worker', policy: 'sandbox allow-scripts', url: b }).verdict,
      expected: 'blocked',
    },
    {
      name: 'it is disputed, and where it is run its other directives tell',
      actual: () => {
        const policy = "sandbox allow-scripts; connect-src 'self'";
        const { disputed, otherReading } = ask({ context: 'worker', policy, url: 'https://page.test/' });
        const { disputed: none, violations } = ask({ context: 'worker', policy, url: b });
        return [disputed, otherReading, none, violations.map(({ optional }) => optional)];
      },
      expected: [['sandboxed-workers'], 'allowed', [], [true]],
    },
    {
      name: 'as browsers read it, the worker is run',
      actual: () =>
        ask({
          context: 'worker',
          policy: 'sandbox allow-scripts',
          url: b,
          reading: { 'sandboxed-workers': true },
        }).contacted,
      expected: [b],
    },
  ],
};

/** What the sandbox directive does to documents, and to workers. */
export const sandbox: Table[] = [flags, workers];
