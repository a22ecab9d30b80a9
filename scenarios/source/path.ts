import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath, everyHttp, webSockets } from '../shared/mechanisms.ts';

/** CSP#match-paths: a path ending in a slash is a prefix, any other is exact; nothing is normalised. */
export default [
  {
    id: 'path-absent',
    title: 'A source without path matches every path, and so does the path `/`',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/',
        by: eachPath,
        allows: [
          'https://api.test/',
          'https://api.test/v1',
          'https://api.test//a/b.json?q',
          'wss://api.test/v1',
        ],
        blocks: ['https://third.test/', 'https://api.test:8443/', 'wss://third.test/v1'],
      },
      {
        policy: 'connect-src https://api.test',
        by: eachPath,
        allows: ['https://api.test/a/b/c/../d', 'https://api.test//'],
      },
    ],
  },
  {
    id: 'path-exact',
    title: 'A path that does not end in a slash matches exactly that path',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/v1/users',
        by: [...everyHttp, ...webSockets],
        allows: ['https://api.test/v1/users', 'https://api.test/v1/users?q=1#f', 'wss://api.test/v1/users'],
        blocks: [
          'https://api.test/',
          'https://api.test/v1/',
          'https://api.test/v1/users/',
          'https://api.test/v1/users/7',
          'https://api.test/v1/users.json',
          'https://api.test/v1/user',
          'wss://api.test/v1/users/',
          'wss://api.test/v1',
        ],
      },
    ],
  },
  {
    id: 'path-prefix',
    title: 'A path that ends in a slash matches everything below it, but not the path without the slash',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/v1/',
        by: [...everyHttp, ...webSockets],
        allows: [
          'https://api.test/v1/',
          'https://api.test/v1/users',
          'https://api.test/v1/users/7/?q',
          'wss://api.test/v1/users',
        ],
        blocks: [
          'https://api.test/v1',
          'https://api.test/',
          'https://api.test/v2/',
          'https://api.test/v1x/',
          'wss://api.test/v1',
        ],
      },
      {
        policy: 'connect-src https://api.test/a/b/',
        by: eachPath,
        allows: ['https://api.test/a/b/', 'https://api.test/a/b/c'],
        blocks: [
          'https://api.test/a/',
          'https://api.test/a/c/',
          'https://api.test/x/a/b/',
          'https://api.test/a/b',
        ],
      },
    ],
  },
  {
    id: 'path-on-http-page',
    title: 'Paths count over http and ws as they do over https and wss',
    spec: 'CSP#match-paths',
    documents: [
      {
        page: 'http://page.test/',
        policy: 'connect-src http://api.test/v1/',
        by: eachPath,
        allows: [
          'http://api.test/v1/',
          'https://api.test/v1/users',
          'ws://api.test/v1/',
          'wss://api.test/v1/',
        ],
        blocks: ['http://api.test/', 'https://api.test/v2/', 'ws://api.test/', 'wss://api.test/v2/'],
      },
    ],
  },
  {
    id: 'path-ignores-query-and-fragment',
    title: 'Query and fragment of the target are not part of its path',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/v1',
        by: eachPath,
        allows: [
          'https://api.test/v1?',
          'https://api.test/v1?/../',
          'https://api.test/v1#/',
          'https://api.test/v1?a/b?c',
        ],
        blocks: [
          'https://api.test/?/v1',
          'https://api.test/#/v1',
          'https://api.test/v1%3Fa',
          'https://api.test/v1%23a',
        ],
      },
    ],
  },
  {
    id: 'path-query-in-source',
    title: 'A source with a query or a fragment is no source expression and matches nothing',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      'https://api.test/v1?a',
      'https://api.test/v1?',
      'https://api.test/v1#a',
      'https://api.test/v1#',
      'https://api.test/?a',
      'https://api.test?a',
      'https://api.test#a',
      'https://api.test/v1/?',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: [
        'https://api.test/',
        'https://api.test/v1',
        'https://api.test/v1?a',
        'https://api.test/v1/',
        'wss://api.test/v1',
      ],
    })),
  },
  {
    id: 'path-is-case-sensitive',
    title: 'The case of a path matters',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/V1/Users',
        by: eachPath,
        allows: ['https://api.test/V1/Users', 'wss://api.test/V1/Users'],
        blocks: ['https://api.test/v1/users', 'https://api.test/V1/users', 'wss://api.test/v1/Users'],
      },
      {
        policy: 'connect-src https://api.test/v1/',
        by: eachPath,
        blocks: ['https://api.test/V1/', 'https://api.test/V1/users'],
      },
    ],
  },
  {
    id: 'path-empty-segments',
    title: 'Empty segments count: a doubled slash in the path is another path',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/a//b',
        by: eachPath,
        allows: ['https://api.test/a//b', 'wss://api.test/a//b'],
        blocks: ['https://api.test/a/b', 'https://api.test/a///b', 'wss://api.test/a/b'],
      },
      {
        policy: 'connect-src https://api.test/a/b',
        by: eachPath,
        blocks: [
          'https://api.test/a//b',
          'https://api.test//a/b',
          'https://api.test/a/b//',
          'wss://api.test//a/b',
        ],
      },
      {
        policy: 'connect-src https://api.test/a//',
        by: eachPath,
        allows: ['https://api.test/a//', 'https://api.test/a//b'],
        blocks: ['https://api.test/a/', 'https://api.test/a/b'],
      },
      {
        policy: 'connect-src https://api.test/a/',
        by: eachPath,
        allows: ['https://api.test/a//', 'https://api.test/a//b'],
      },
    ],
  },
  {
    id: 'path-starts-with-two-slashes',
    title: 'A path that starts with two slashes is no source expression',
    spec: 'CSP#framework-directive-source-list',
    documents: ['https://api.test//', 'https://api.test//a', 'api.test//a'].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://api.test/', 'https://api.test//a', 'https://api.test/a', 'wss://api.test//a'],
    })),
  },
  {
    id: 'path-dots-in-target',
    title: 'Dot segments of the target are resolved before it is matched',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/v1/',
        by: eachPath,
        allows: [
          'https://api.test/v2/../v1/users',
          'https://api.test/v1/./',
          'https://api.test/v1/a/%2e%2e/b',
          'wss://api.test/x/../v1/',
        ],
        blocks: [
          'https://api.test/v1/../v2/',
          'https://api.test/v1/%2E%2E/',
          'https://api.test/v1/..',
          'wss://api.test/v1/../v2/',
        ],
      },
    ],
  },
  {
    id: 'path-dots-in-source',
    title: 'Dot segments of a source are not resolved, so that no URL has them',
    spec: 'CSP#match-paths',
    documents: [
      'https://api.test/v2/../v1/',
      'https://api.test/./v1/',
      'https://api.test/v2/%2e%2e/v1/',
      'https://api.test/..',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: ['https://api.test/v1/', 'https://api.test/v2/', 'https://api.test/', 'wss://api.test/v1/'],
    })),
  },
  {
    id: 'path-star-is-literal',
    title: 'A star in a path stands for itself',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src https://api.test/v1/*',
        by: eachPath,
        allows: ['https://api.test/v1/*', 'https://api.test/v1/%2A', 'wss://api.test/v1/*'],
        blocks: [
          'https://api.test/v1/users',
          'https://api.test/v1/',
          'https://api.test/v1/*/a',
          'wss://api.test/v1/users',
        ],
      },
      {
        policy: 'connect-src https://api.test/*/users',
        by: eachPath,
        allows: ['https://api.test/*/users'],
        blocks: ['https://api.test/v1/users'],
      },
      {
        policy: 'connect-src https://api.test/*',
        by: eachPath,
        blocks: ['https://api.test/', 'https://api.test/v1'],
      },
    ],
  },
  {
    id: 'path-without-scheme',
    title: 'A path counts also where the source has no scheme, or a port',
    spec: 'CSP#match-paths',
    documents: [
      {
        policy: 'connect-src api.test/v1/',
        by: eachPath,
        allows: ['https://api.test/v1/users', 'wss://api.test/v1/'],
        blocks: ['https://api.test/v2/', 'https://api.test/', 'wss://api.test/'],
      },
      {
        policy: 'connect-src https://api.test:8443/v1/',
        by: eachPath,
        allows: ['https://api.test:8443/v1/users', 'wss://api.test:8443/v1/'],
        blocks: ['https://api.test/v1/users', 'https://api.test:8443/v2/', 'wss://api.test:8443/v2/'],
      },
      {
        policy: 'connect-src https://api.test:*/v1/',
        by: eachPath,
        allows: ['https://api.test/v1/users', 'https://api.test:8443/v1/'],
        blocks: ['https://api.test:8443/v2/', 'https://api.test/'],
      },
      {
        policy: 'connect-src wss://api.test/v1/',
        by: webSockets,
        allows: ['wss://api.test/v1/', 'wss://api.test/v1/socket?q'],
        blocks: ['wss://api.test/', 'wss://api.test/v1', 'wss://api.test/v2/'],
      },
    ],
  },
  {
    id: 'path-several',
    title: 'Several paths of one host are alternatives',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      {
        policy: 'connect-src https://api.test/v1/ https://api.test/v2/users',
        by: eachPath,
        allows: ['https://api.test/v1/a', 'https://api.test/v2/users', 'wss://api.test/v2/users'],
        blocks: [
          'https://api.test/v2/',
          'https://api.test/v2/users/',
          'https://api.test/v1',
          'wss://api.test/v2/',
        ],
      },
      {
        policy: 'connect-src https://api.test/v1/ https://api.test',
        by: eachPath,
        allows: ['https://api.test/v2/', 'https://api.test/v1/'],
      },
    ],
  },
  {
    id: 'path-characters',
    title: 'Every character that a path segment may hold stands for itself',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      {
        policy: "connect-src https://api.test/-._~!$&'()*+=:@",
        by: eachPath,
        allows: ["https://api.test/-._~!$&'()*+=:@", "wss://api.test/-._~!$&'()*+=:@"],
        blocks: ["https://api.test/-._~!$&'()*+=:", 'https://api.test/'],
      },
    ],
  },
  {
    id: 'path-forbidden-characters',
    title: 'A character that a path may not hold unencoded makes the source match nothing',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      'https://api.test/a|b',
      'https://api.test/a"b',
      'https://api.test/<a>',
      'https://api.test/a\\b',
      'https://api.test/a[b]',
      'https://api.test/{a}',
      'https://api.test/a^b',
      'https://api.test/a`b',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: [source, 'https://api.test/', 'https://api.test/a', source.replace('https:', 'wss:')],
    })),
  },
  {
    id: 'path-semicolon-ends-directive',
    title: 'A semicolon in a path ends the directive; `%3B` does not, and matches the semicolon of a URL',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      {
        policy: 'connect-src https://api.test/a;b',
        by: eachPath,
        allows: ['https://api.test/a', 'wss://api.test/a'],
        blocks: ['https://api.test/a;b', 'wss://api.test/a;b'],
      },
      {
        policy: 'connect-src https://api.test/a%3Bb',
        by: eachPath,
        allows: ['https://api.test/a;b', 'https://api.test/a%3bb', 'wss://api.test/a;b'],
        blocks: ['https://api.test/a', 'wss://api.test/a'],
      },
    ],
  },
  {
    id: 'path-comma-ends-policy',
    title: 'A comma in a path ends the policy; `%2C` does not, and matches the comma of a URL',
    spec: 'CSP#parse-response-csp',
    documents: [
      {
        policy: 'connect-src https://api.test/a,b',
        by: eachPath,
        allows: ['https://api.test/a', 'wss://api.test/a'],
        blocks: ['https://api.test/a,b', 'wss://api.test/a,b'],
      },
      {
        policy: 'connect-src https://api.test/a%2Cb',
        by: eachPath,
        allows: ['https://api.test/a,b', 'https://api.test/a%2cb', 'wss://api.test/a,b'],
        blocks: ['https://api.test/a', 'wss://api.test/a'],
      },
    ],
  },
] satisfies Scenario[];
