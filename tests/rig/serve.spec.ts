import { expect, test } from '@playwright/test';
import { contexts as allContexts } from '../../harness/catalogue/registry.ts';
import { expand } from '../../harness/plan/expand.ts';
import type { PlannedCase } from '../../harness/plan/plan.ts';
import { questionOf } from '../../harness/plan/question.ts';
import { caseInstances } from '../../harness/rig/instance.ts';
import { serveInstance } from '../../harness/rig/serve.ts';
import type { Resource, Servers } from '../../servers/index.ts';

/** All that is served for the only document of a scenario in this context. */
function servedIn(
  context: string,
  script = true,
  by = 'fetch',
  status = 200,
  meta?: string,
): { url: string; resources: Map<string, Resource>; one: PlannedCase } {
  const scenario = expand(
    {
      id: 'unit',
      title: 'Unit',
      documents: [
        { context, status, policy: "connect-src 'self'", meta, by, allows: ['https://page.test/'] },
      ],
    },
    'unit',
    'unit.ts',
  );
  const resources = new Map<string, Resource>();
  const servers = {
    serve: (url: string, resource: Resource) => resources.set(url, resource),
    behave: () => {},
  } as unknown as Servers;
  const [instance] = caseInstances(scenario);
  if (instance === undefined) throw new Error('no document');
  const serving = { run: '1', agent: '/* the agent */', script, keyOf: (id: string) => `key of ${id}` };
  const [one] = scenario.cases as [PlannedCase];
  return { url: serveInstance(servers, instance, serving), resources, one };
}

/** What the script of a service worker knows from the start. */
function knownTo(script: Resource | undefined): unknown {
  const [, known, rest] =
    /^globalThis\.connectSrcAnswering = (.*);\n([\s\S]*)$/.exec(String(script?.body)) ?? [];
  expect(rest).toBe('/* the agent */');
  return JSON.parse(known ?? '');
}

const contexts = [
  { context: 'forwarded-frame', answer: 'forward', hears: null },
  { context: 'synthesised-frame', answer: 'synthesise', hears: null },
  { context: 'forwarding-service-worker', answer: 'forward', hears: { reports: false } },
];
for (const { context, answer, hears } of contexts)
  test(`${context}: how the service worker answers stands in its script, so that nobody has to tell it in time`, () => {
    const { url, resources } = servedIn(context);
    const document = new URL(url).pathname.slice(1);
    const known = { document, key: `key of ${document}`, answer, creator: url, hears };
    expect(knownTo(resources.get(`${url}/own.js`))).toEqual(known);
  });

test('only a service worker that is the scenario’s global has the scenario’s policies', () => {
  const policiesIn = (context: string) => {
    const { url, resources } = servedIn(context);
    const headers = resources.get(`${url}/own.js`)?.headers ?? [];
    return headers.filter(([name]) => name === 'Content-Security-Policy').map(([, value]) => value);
  };
  expect(policiesIn('forwarded-frame')).toEqual([]);
  expect(policiesIn('forwarding-service-worker')).toEqual(["connect-src 'self'"]);
});

test('a worker’s own script is the agent and knows nothing yet', () => {
  const { url, resources } = servedIn('worker');
  expect(resources.get(`${url}/own.js`)?.body).toBe('/* the agent */');
});

test('a global’s response has the status that the oracle is told of, and so has its creator’s', () => {
  const withResponse = allContexts.filter(
    ({ global, own, created }) => global === 'window' && (own || !created),
  );
  expect(withResponse.length).toBeGreaterThan(10);
  for (const { name, created } of withResponse) {
    const { url, resources, one } = servedIn(name, true, 'fetch', 404);
    const { status, creator } = questionOf(one);
    expect([name, resources.get(created ? `${url}/own.html` : url)?.status]).toEqual([name, status]);
    if (created) expect([name, resources.get(url)?.status]).toEqual([name, creator?.status]);
  }
});

test('a required policy stands in the plan of who requires it, and the response allows it', () => {
  const { url, resources } = servedIn('required-csp-frame');
  expect(String(resources.get(url)?.body)).toContain(`"required":"connect-src 'self'"`);
  const names = resources.get(`${url}/own.html`)?.headers.map(([name]) => name);
  expect(names).toContain('Allow-CSP-From');
  expect(names).not.toContain('Content-Security-Policy');
});

for (const [context, policies] of [
  ['service-worker-updated-to-none', ["connect-src 'none'"]],
  ['service-worker-updated-to-free', []],
] as const)
  test(`${context}: the same bytes come under another policy`, () => {
    const { url, resources } = servedIn(context);
    const first = resources.get(`${url}/own.js`);
    expect(first?.next?.body).toBe(first?.body);
    const policiesOf = (resource?: Resource) =>
      resource?.headers.filter(([name]) => name === 'Content-Security-Policy').map(([, value]) => value);
    expect(policiesOf(first)).toEqual(["connect-src 'self'"]);
    expect(policiesOf(first?.next)).toEqual(policies);
  });

test('a header opens its connection by the response of the global, and by no other', () => {
  const linksIn = (context: string, path = '') => {
    const { url, resources } = servedIn(context, true, 'Link header preload');
    const headers = resources.get(url + path)?.headers ?? [];
    return headers.filter(([name]) => name === 'Link').map(([, value]) => value);
  };
  const link = expect.stringMatching(
    /^<https:\/\/page\.test\/\?case=.*>; rel=preload; as=fetch; crossorigin$/,
  );
  expect(linksIn('frame')).toEqual([link]);
  expect(linksIn('popup', '/own.html')).toEqual([link]);
  expect(linksIn('popup')).toEqual([]);
});

for (const context of ['document', 'worker'])
  test(`${context}: where the driver brings the agent in, the opened document has its plan and no script`, () => {
    const opened = (script: boolean) => {
      const { url, resources } = servedIn(context, script);
      return String(resources.get(url)?.body);
    };
    expect(opened(true)).toContain('<script src=');
    expect(opened(false)).not.toContain('<script src=');
    expect(opened(false)).toContain('id="connect-src-plan"');
  });

test('a response of another type than HTML is that of the global, and not of the page that makes it', () => {
  const types = (context: string) =>
    [...servedIn(context).resources.values()].map(({ contentType }) => contentType.split(';')[0]);
  expect(types('xhtml-frame')).toEqual(['application/xhtml+xml']);
  expect(types('text-frame')).toEqual(['text/html', 'text/plain']);
});

test('a response to which the agent comes from outside has no script; metas come with what is brought', () => {
  const own = (context: string) => {
    const { url, resources } = servedIn(context, true, 'fetch', 200, "connect-src 'none'");
    const body = String(resources.get(`${url}/own.html`)?.body);
    return { script: body.includes('<script src='), meta: body.includes('http-equiv') };
  };
  expect(own('nested-frame')).toEqual({ script: true, meta: true });
  expect(own('called-frame')).toEqual({ script: false, meta: true });
  expect(own('reopened-frame')).toEqual({ script: false, meta: false });
});
