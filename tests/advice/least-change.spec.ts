import { expect, test } from '@playwright/test';
import { advise, changed } from '../../harness/advice/advise.ts';
import { asBrowsersRead } from '../../harness/advice/browsers-reading.ts';
import { leastChange } from '../../harness/advice/least-change.ts';
import type { Question } from '../../harness/spec/explain.ts';

const page = { self: 'https://app.example.com/' };

/** A question, and the whole list of policies after the smallest change. */
const changes: [name: string, question: Omit<Question, 'self'> & { self?: string }, policies: string[]][] = [
  [
    'a path of another host',
    { policy: "connect-src 'self'; img-src *", url: 'https://api.example.com/v1?q=1' },
    ["connect-src 'self' https://api.example.com/v1; img-src *"],
  ],
  [
    "a lone 'none' makes way",
    { policy: "connect-src 'none'", url: 'https://api.example.com/' },
    ['connect-src https://api.example.com'],
  ],
  [
    'what default-src has is taken along, and nothing of it that matches no URL',
    { policy: "default-src 'self' 'nonce-abc' cdn.example.com;", url: 'https://api.example.com/' },
    [
      "default-src 'self' 'nonce-abc' cdn.example.com; connect-src 'self' cdn.example.com https://api.example.com",
    ],
  ],
  [
    'only the policies that block are changed',
    {
      policy: ["connect-src 'self'", 'connect-src *, connect-src a.test'],
      url: 'https://api.example.com/',
    },
    [
      "connect-src 'self' https://api.example.com",
      'connect-src *',
      'connect-src a.test https://api.example.com',
    ],
  ],
  [
    'every hop is allowed, in one place',
    {
      policy: "default-src 'self'",
      url: 'https://api.example.com/a',
      redirects: ['/b', 'https://files.example.net/c'],
    },
    ["default-src 'self'; connect-src 'self' https://api.example.com/a https://files.example.net/c"],
  ],
  [
    'a WebSocket gets its own scheme',
    { policy: 'connect-src https:', url: 'wss://live.example.com/' },
    ['connect-src https: wss://live.example.com'],
  ],
  ['data: has no host', { policy: 'connect-src *', url: 'data:,a' }, ['connect-src * data:']],
  [
    'an IPv6 address is in no grammar',
    { policy: "connect-src 'self'", url: 'http://[::1]:3000/', self: 'http://localhost/' },
    ["connect-src 'self' http://*:3000"],
  ],
  [
    'a path may hold what would end a source',
    { policy: "connect-src 'self'", url: 'https://api.example.com/a;b,c' },
    ["connect-src 'self' https://api.example.com/a%3Bb%2Cc"],
  ],
];

for (const [name, asked, policies] of changes)
  test(name, () => {
    const question = { ...page, ...asked };
    const change = leastChange(question);
    expect(change?.policies).toEqual(policies);
    if (change === undefined) throw new Error('no change');
    expect(asBrowsersRead(question).verdict).toBe('blocked');
    expect(asBrowsersRead(changed(question, change)).verdict).toBe('allowed');
  });

test('a policy that comes with a creator is changed there', () => {
  const question: Question = {
    ...page,
    context: 'srcdoc',
    creator: { ...page, policy: ['img-src *', "connect-src 'self'"] },
    meta: ['img-src *', "connect-src 'none'"],
    url: 'https://api.example.com/',
  };
  const change = leastChange(question);
  expect(change).toMatchObject({ in: 'policy', policy: 1, up: 1, add: 'https://api.example.com' });
  expect(change?.also).toEqual([
    { in: 'meta', policy: 1, up: 0, directive: 'connect-src', add: 'https://api.example.com' },
  ]);
  expect(change && asBrowsersRead(changed(question, change)).verdict).toBe('allowed');
});

test('there is no change for what is allowed, or what something else stops', () => {
  const none: Omit<Question, 'self'>[] = [
    { policy: 'connect-src *', url: 'https://api.example.com/' },
    { policy: "connect-src 'self'", url: 'http://api.example.com/' },
    { policy: "connect-src 'self'", url: 'https://api.example.com:6667/' },
    { policy: "connect-src 'self'", url: 'ftp://api.example.com/' },
    { policy: "connect-src 'self'", url: 'wss://api.example.com/', redirects: ['https://b.test/'] },
  ];
  for (const question of none) expect(leastChange({ ...page, ...question }), question.url).toBeUndefined();
});

test('what is allowed needs no advice, and a text that is no URL does no harm', () => {
  const policy = "connect-src 'self' https://api.example.com";
  expect(advise({ ...page, policy, url: 'https://api.example.com/v1' })).toEqual([]);
  expect(() => advise({ ...page, policy, url: 'nonsense' })).not.toThrow();
});
