import { expect, test } from '@playwright/test';
import type { Explored } from '../../harness/explore/document.ts';
import { reproducedBy } from '../../harness/explore/reproduced-by.ts';
import { shape } from '../../harness/explore/shape.ts';
import { shrink } from '../../harness/explore/shrink.ts';
import { simpler, size } from '../../harness/explore/simpler.ts';

const large: Explored = {
  page: 'http://localhost/',
  context: 'srcdoc',
  policy: ["img-src 'none'; Connect-Src https:// third.test//  'self'; made-up", 'connect-src *'],
  by: 'WebSocket',
  targets: [{ url: 'wss://third.test:8443//v1?q' }],
};

test('whatever is tried is simpler, so that shrinking ends', () => {
  const tried = simpler(large);
  expect(tried.length).toBeGreaterThan(20);
  expect(tried.filter((one) => size(one) >= size(large))).toEqual([]);
});

test('a document is reduced to what a finding needs, and no further', async () => {
  // A browser that goes wrong at two slashes in a source and in its URL.
  const shows = async (documents: readonly Explored[]) =>
    documents.map(
      ({ policy = [], targets }) =>
        policy.some((text) => /connect-src.*test\/\//i.test(text)) &&
        targets.some(({ url }) => new URL(url).pathname.startsWith('//')),
    );
  const smallest = await shrink(large, shows);
  expect(await shows([smallest])).toEqual([true]);
  expect(smallest.policy).toHaveLength(1);
  expect(smallest.policy?.[0]?.length).toBeLessThan('connect-src api.test//'.length + 1);
  expect([smallest.context ?? 'frame', smallest.by, smallest.targets[0]?.redirects]).toEqual([
    'frame',
    'fetch',
    undefined,
  ]);
});

test('parts of a source, a path that has to match and default-src are in no way of what is plainer', async () => {
  // A browser that drops a query in a source: what has to match still has to.
  const shows = async (documents: readonly Explored[]) =>
    documents.map(({ policy = [], targets }) => {
      const [, host = '', path = ''] =
        /(?:connect|default)-src (?:https:\/\/)?([a-z.]+)(?::443)?(\/\S*)\?/i.exec(policy[0] ?? '') ?? [];
      const url = new URL(targets[0]?.url ?? '');
      return url.hostname === host.toLowerCase() && url.pathname === path;
    });
  const start: Explored = {
    policy: ["DEFAULT-SRC https://API.TEST:443/v1? 'self'; script-src 'self'"],
    by: 'fetch',
    targets: [{ url: 'https://api.test/v1' }],
  };
  expect(await shrink(start, shows)).toMatchObject({
    policy: ['connect-src api.test/?'],
    targets: [{ url: 'https://api.test/' }],
  });
});

test("a creator's policy is taken away, shortened, or given to its child", async () => {
  const start: Explored = {
    context: 'srcdoc',
    creator: { policy: ["connect-src https://api.test 'self'"] },
    meta: ['connect-src https:'],
    by: 'fetch',
    targets: [{ url: 'https://api.test/' }],
  };
  const reduced = (needs: (document: Explored) => boolean) =>
    shrink(start, async (documents) => documents.map(needs));
  expect(await reduced(({ meta }) => meta !== undefined)).not.toHaveProperty('creator');
  expect(
    await reduced(({ creator, meta }) => Boolean(meta) && /'self'/.test([creator?.policy].flat()[0] ?? '')),
  ).toMatchObject({ creator: { policy: ["connect-src 'self'"] } });
  const given = await reduced(({ context, policy }) => context === 'srcdoc' && policy !== undefined);
  expect(given).toMatchObject({ context: 'srcdoc', policy: [expect.any(String)] });
  expect(given).not.toHaveProperty('creator');
});

test('a wildcard, a scheme of sockets and the host of the page make way where both sides change at once', async () => {
  // A browser that lets out whatever host a source with two slashes names.
  const shows = async (documents: readonly Explored[]) =>
    documents.map(({ policy = [], targets }) => {
      const [, scheme = '', wild = '', host = ''] =
        /connect-src (?:(ws|http):\/\/)?(\*\.)?([a-z.]+)\/\//.exec(policy[0] ?? '') ?? [];
      const { protocol, hostname, pathname } = new URL(targets[0]?.url ?? '');
      const isNamed = wild === '' ? hostname === host : hostname.endsWith(`.${host}`);
      return isNamed && pathname.startsWith('//') && (scheme === '' || protocol.startsWith(scheme));
    });
  for (const start of [
    {
      policy: ['connect-src ws://*.page.test//'],
      by: 'WebSocket',
      targets: [{ url: 'wss://sub.page.test//' }],
    },
    { policy: ['connect-src page.test//'], by: 'fetch', targets: [{ url: 'https://page.test//' }] },
    // A host of a word that means something else elsewhere.
    { policy: ['connect-src none//'], by: 'fetch', targets: [{ url: 'https://none//' }] },
  ])
    expect(await shrink(start, shows)).toEqual({
      policy: ['connect-src api.test//'],
      by: 'fetch',
      targets: [{ url: 'https://api.test//' }],
    });
});

test('the page and its target become secure at once, since an https: page may not connect to http:', async () => {
  // A browser that decodes a path before it splits it.
  const shows = async (documents: readonly Explored[]) =>
    documents.map(({ page = 'https://page.test/', policy = [], targets }) => {
      const { protocol, pathname } = new URL(targets[0]?.url ?? '');
      const isMixed = page.startsWith('https:') && protocol === 'http:';
      return !isMixed && /api\.test\/a\/b/.test(policy.join()) && pathname === '/a%2Fb';
    });
  const start = {
    page: 'http://page.test/',
    policy: ['connect-src api.test/a/b'],
    by: 'fetch',
    targets: [{ url: 'http://api.test/a%2Fb' }],
  };
  const policy = ['connect-src https: api.test/a/b'];
  for (const document of [start, { ...start, policy }])
    expect(await shrink(document, shows)).toMatchObject({ targets: [{ url: 'https://api.test/a%2Fb' }] });
});

test('ports move together, and a wildcard makes way that matches the same host', async () => {
  // A browser in which a port beyond 65535 wraps around.
  const shows = async (documents: readonly Explored[]) =>
    documents.map(({ policy = [], targets }) => {
      const [, wild = '', host = '', listed = ''] =
        /connect-src (\*\.)?([a-z.]+):(\d+)/.exec(policy[0] ?? '') ?? [];
      const { hostname, port } = new URL(targets[0]?.url ?? '');
      const isNamed = wild === '' ? hostname === host : hostname.endsWith(`.${host}`);
      return isNamed && Number(listed) > 65535 && Number(listed) % 65536 === Number(port || 443);
    });
  const start = {
    policy: ['connect-src *.test:73979'],
    by: 'fetch',
    targets: [{ url: 'https://api.test:8443/' }],
  };
  expect(await shrink(start, shows)).toEqual({
    policy: ['connect-src api.test:65979'],
    by: 'fetch',
    targets: [{ url: 'https://api.test/' }],
  });
});

test('what nothing simpler shows stays as it is', async () => {
  const shows = async (documents: readonly Explored[]) => documents.map(() => false);
  expect(await shrink(large, shows)).toEqual(large);
});

test('the search ends when it has to', async () => {
  let rounds = 0;
  const shows = async (documents: readonly Explored[]) => {
    rounds += 1;
    return documents.map(() => true);
  };
  expect(await shrink(large, shows, 24, () => rounds >= 1)).not.toEqual(large);
  expect(rounds).toBe(1);
});

test('documents that differ in the names of hosts have one shape; those that differ in syntax have two', () => {
  const at = (host: string, rest = '/') => ({
    policy: [`connect-src ${host}${rest}`],
    by: 'fetch',
    targets: [{ url: `https://${host}/` }],
  });
  expect(shape(at('api.test'))).toBe(shape(at('third.test')));
  expect(shape(at('api.test'))).not.toBe(shape(at('api.test', '//')));
  expect(shape(at('api.test'))).not.toBe(
    shape({ ...at('api.test'), targets: [{ url: 'https://page.test/' }] }),
  );
});

test('a port that has no meaning of its own is a name too', () => {
  const at = (listed: string, port: string) => ({
    policy: [`connect-src api.test:${listed}`],
    by: 'fetch',
    targets: [{ url: `https://api.test:${port}/` }],
  });
  expect(shape(at('8080', '8080'))).toBe(shape(at('65535', '65535')));
  expect(shape(at('8080', '8080'))).not.toBe(shape(at('8080', '8443')));
  for (const listed of ['80', '443', '08080', '65536'])
    expect(shape(at('8080', '8443')), listed).not.toBe(shape(at(listed, '8443')));
});

test('a finding is known by the smallest document of a cause in the same browser', () => {
  const document = {
    policy: ['connect-src api.test//'],
    by: 'fetch',
    targets: [{ url: 'https://api.test//' }],
  };
  const says = 'enforcement: allowed, where the specification says blocked';
  const reproductions = [{ cause: 'two-slashes', browser: 'webkit', version: '2.50', says, document }];
  const ofThird = JSON.parse(JSON.stringify(document).replaceAll('api.test', 'third.test')) as Explored;
  expect(reproducedBy(reproductions, { browser: 'webkit', says }, ofThird)).toBe('two-slashes');
  expect(reproducedBy(reproductions, { browser: 'firefox', says }, ofThird)).toBeNull();
  expect(
    reproducedBy(reproductions, { browser: 'webkit', says }, { ...ofThird, context: 'worker' }),
  ).toBeNull();
});
