import type { Scenario } from '../../harness/plan/scenario.ts';

const by = 'link[rel=prefetch]';
const own = 'https://page.test/prefetched';
const third = 'https://third.test/prefetched';

export default [
  {
    id: 'prefetch-without-default-src',
    title: 'Without default-src a prefetch is not restricted, not even by connect-src none',
    spec: 'CSP#does-resource-hint-violate-policy',
    documents: [
      { policy: "connect-src 'none'", by, allows: [own, third] },
      { policy: "connect-src 'self'; img-src 'none'; font-src 'none'", by, allows: [own, third] },
    ],
  },
  {
    id: 'prefetch-with-default-src',
    title: 'With default-src, a prefetch needs any one fetch directive that allows its URL',
    spec: 'CSP#does-resource-hint-violate-policy',
    documents: [
      { policy: "default-src 'self'", by, allows: [own], blocks: [third] },
      {
        policy: "default-src 'none'; script-src 'self'; connect-src https://third.test",
        by,
        allows: [own, third],
      },
      { policy: "default-src 'none'; script-src 'self'; img-src https://third.test", by, allows: [third] },
      { policy: "default-src 'self'; connect-src 'none'", by, allows: [own], blocks: [third] },
      {
        policy: "default-src 'none'; script-src 'self'; form-action https://third.test",
        by,
        blocks: [third],
      },
    ],
  },
] satisfies Scenario[];
