import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

/** CSP#match-url-to-source-expression: user name and password take no part in matching, and sources cannot have them. */
export default [
  {
    id: 'userinfo-in-target',
    title: 'User name and password of the target are not looked at',
    spec: 'CSP#match-url-to-source-expression',
    documents: [
      {
        policy: 'connect-src https://api.test',
        by: ['XMLHttpRequest', 'XMLHttpRequest sync'],
        allows: ['https://user:secret@api.test/', 'https://third.test@api.test/'],
        blocks: [
          'https://api.test@third.test/',
          'https://api.test:443@third.test/',
          'https://user:secret@third.test/',
        ],
      },
    ],
  },
  {
    id: 'userinfo-in-source',
    title: 'A source with a user name is no source expression and matches nothing',
    spec: 'CSP#framework-directive-source-list',
    documents: [
      'https://user@api.test',
      'https://user:secret@api.test',
      'user@api.test',
      'https://@api.test',
      'https://*@api.test',
    ].map((source) => ({
      policy: `connect-src ${source}`,
      by: eachPath,
      blocks: [
        'https://api.test/',
        'wss://api.test/',
        { url: 'https://user:secret@api.test/', by: ['XMLHttpRequest'] },
      ],
    })),
  },
] satisfies Scenario[];
