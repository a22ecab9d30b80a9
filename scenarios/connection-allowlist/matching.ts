import type { Scenario } from '../../harness/plan/scenario.ts';
import { http } from '../shared/mechanisms.ts';

const by = 'fetch';

export default [
  {
    id: 'allowlist-response-origin',
    title: 'response-origin matches the origin of the response, its port included, and nothing else',
    spec: 'CA#headers',
    documents: [
      {
        allowlist: '(response-origin)',
        by: http,
        allows: ['https://page.test/data'],
        blocks: ['https://third.test/data', 'https://page.test:8443/data', 'https://www.page.test/data'],
      },
      {
        page: 'http://page.test:8080/',
        allowlist: '(response-origin)',
        by,
        allows: ['http://page.test:8080/data'],
        blocks: ['http://page.test/data', 'https://page.test/data'],
      },
    ],
  },
  {
    id: 'allowlist-url-patterns',
    title:
      'A string is a URL pattern: each of its parts has to match, and a part after its last matches anything',
    spec: 'CA#matching',
    documents: [
      {
        allowlist: '(response-origin "https://*.api.test")',
        by,
        allows: ['https://a.api.test/data', 'https://a.b.api.test/'],
        blocks: ['https://api.test/data', 'https://a.api.test:8443/data'],
      },
      {
        allowlist: '(response-origin "https://api.test:*" "https://third.test:8443")',
        by,
        allows: ['https://api.test/data', 'https://api.test:8443/data', 'https://third.test:8443/data'],
        blocks: ['https://third.test/data'],
      },
      {
        allowlist: '(response-origin "https://api.test/v1/*" "https://third.test/only")',
        by,
        allows: ['https://api.test/v1/', 'https://api.test/v1/users?q=1', 'https://third.test/only?q=1'],
        blocks: [
          'https://api.test/v1',
          'https://api.test/V1/users',
          'https://api.test/v2/users',
          'https://third.test/only/',
        ],
      },
      {
        page: 'http://page.test/',
        allowlist: '(response-origin "https://api.test" "http{s}?://third.test")',
        by,
        allows: ['https://api.test/data', 'http://third.test/data', 'https://third.test/data'],
        blocks: ['http://api.test/data'],
      },
      {
        allowlist: '(response-origin "https://:any.test/:version/users")',
        by,
        allows: ['https://api.test/v1/users', 'https://third.test/v2/users'],
        blocks: ['https://api.test/users', 'https://a.api.test/v1/users'],
      },
    ],
  },
  {
    id: 'allowlist-pattern-with-a-group',
    title: 'A URL pattern may have a group with a regular expression',
    spec: 'CA#parsing',
    documents: [
      {
        allowlist: '(response-origin "https://api.test/v(\\\\d)/users")',
        by,
        allows: ['https://api.test/v1/users'],
        blocks: ['https://api.test/vx/users'],
      },
    ],
  },
  {
    id: 'allowlist-websocket-schemes',
    title:
      'A WebSocket is matched by the http(s) URL of its request, so that no pattern with wss: reaches it',
    spec: 'CA#matching',
    sources: ['https://github.com/WICG/connection-allowlists/issues/10'],
    documents: [
      {
        allowlist: '(response-origin "https://api.test" "wss://third.test")',
        by: 'WebSocket',
        allows: ['wss://page.test/chat', 'wss://api.test/chat'],
        blocks: ['wss://third.test/chat'],
      },
      {
        allowlist: '(response-origin "https://api.test")',
        by: 'WebSocket',
        blocks: ['wss://other.test/chat'],
      },
    ],
  },
] satisfies Scenario[];
