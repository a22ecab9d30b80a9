import type { Explored, ExploredTarget } from './document.ts';
import { directivesOf, withPolicies } from './invariant.ts';

/**
 * Documents simpler than this one, boldest first: with nothing but one source; without a policy, a directive, a source, a
 * redirect; then the plainest page, context, mechanism and target; then with a character less. Each is smaller by
 * {@link size}, so that going from one to the next ends.
 */
export function simpler(document: Explored): Explored[] {
  const least = size(document);
  return [
    ...loneSources(document),
    ...fewerPolicies(document),
    ...plainer(document),
    ...shorterPolicies(document),
    ...shorterCreator(document),
  ]
    .filter((one) => size(one) < least)
    .filter((one, index, all) => all.findIndex((other) => same(one, other)) === index);
}

const same = (one: Explored, other: Explored): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a reader has to read: characters, and a little for whatever is not plain. */
export function size(document: Explored): number {
  const { page, context, by, targets, policy = [], meta, reportOnly = [], ...special } = document;
  const texts = [...policy, ...(meta ?? []), ...reportOnly];
  const plain = (is: boolean) => (is ? 0 : 5);
  return (
    texts.reduce((sum, text) => sum + text.length + capitals(text) + wildcards(text) * WILDCARD + 10, 0) +
    plain(!texts.some((text) => /default-src/i.test(text))) +
    Object.values(special).reduce((sum: number, value) => sum + JSON.stringify(value).length + 5, 0) +
    plain(meta === undefined) +
    plain(context === undefined || context === 'frame') +
    (page === undefined || page === PAGE ? 0 : page === HTTP_PAGE ? 4 : 5) +
    (String(by) === 'fetch' ? 0 : SPECIAL_MECHANISM) +
    targets.reduce((sum, target) => sum + JSON.stringify(target).length, 0) +
    (targets.every(({ url }) => USUAL_HOST.test(url)) ? 0 : OTHER_HOST)
  );
}

const PAGE = 'https://page.test/';
const HTTP_PAGE = 'http://page.test/';

/** A URL of the usual host, or one without a host. */
const USUAL_HOST = /^\w+:\/\/api\.test(?![\w.-])|^(?!https?:|wss?:)/;

/** More than the characters of the usual host in a source and a target cost. */
const OTHER_HOST = 20;

/** More than `http` in each of a few sources instead of `ws` costs. */
const SPECIAL_MECHANISM = 12;

const capitals = (text: string): number => text.match(/[A-Z]/g)?.length ?? 0;

/** More than the characters of a whole host cost. */
const WILDCARD = 8;

const wildcards = (text: string): number => text.match(/\*\./g)?.length ?? 0;

/**
 * One source of one directive, and no other policy: most findings need no more, and what takes a step for each of the others
 * is done at once. First in the plainest page and context, then where it was.
 */
function loneSources(document: Explored): Explored[] {
  const { policy = [], meta = [], reportOnly: _reportOnly, ...rest } = document;
  const { by, targets } = document;
  const texts = [...policy, ...meta];
  const directives = texts.flatMap((text) => directivesOf(text).map((one) => one.split(/[ \t]+/)));
  const count = directives.reduce((sum, [, ...sources]) => sum + sources.length, 0);
  if (count < 2) return [];
  const alone = directives.flatMap(([name, ...sources]) => sources.map((source) => `${name} ${source}`));
  return [
    ...alone.map((text) => ({ by, targets: targets.map(secured), policy: [text] })),
    ...alone.map((text) => withTexts(rest as Explored, policy.length > 0 ? 'policy' : 'meta', [text])),
  ];
}

/** A target that a page by https: may connect to. */
const secured = (target: ExploredTarget): ExploredTarget => ({
  ...target,
  url: target.url.replace(/^(http|ws):/, '$1s:'),
});

function fewerPolicies(document: Explored): Explored[] {
  return kinds.flatMap((kind) => {
    const texts = document[kind] ?? [];
    return texts.map((_, index) =>
      withTexts(
        document,
        kind,
        texts.filter((_text, at) => at !== index),
      ),
    );
  });
}

const kinds = ['policy', 'meta', 'reportOnly'] as const;

function withTexts(document: Explored, kind: (typeof kinds)[number], texts: string[]): Explored {
  const { [kind]: _before, ...rest } = document;
  return texts.length === 0 ? rest : { ...rest, [kind]: texts };
}

/** The same with the plainest page, context, delivery, mechanism or target. */
function plainer(document: Explored): Explored[] {
  const { page: _page, context: _context, ...plain } = document;
  const { meta, ...withoutMeta } = document;
  const [target] = document.targets as [ExploredTarget];
  return [
    { ...plain, by: document.by },
    ...special.flatMap((name) => (name in document ? [without(document, name)] : [])),
    { ...document, page: PAGE },
    { ...document, page: HTTP_PAGE },
    { ...document, page: PAGE, targets: [secured(target)] },
    { ...document, context: 'frame' },
    ...(meta ? [{ ...withoutMeta, policy: [...(document.policy ?? []), ...meta] }] : []),
    // fetch() takes no ws(s): URL.
    { ...document, by: 'fetch', targets: [{ ...target, url: target.url.replace(/^ws/, 'http') }] },
    {
      ...withPolicies(document, (text) => text.replace(/\bws(s?:)/gi, 'http$1')),
      by: 'fetch',
      targets: [{ ...target, url: target.url.replace(/^ws/, 'http') }],
    },
    ...plainerTargets(target).map((one) => ({ ...document, targets: [one] })),
    ...hostsAsIn(document),
    ...portsAndPathsAsIn(document),
  ];
}

/** What few documents have, and none needs. */
const special = [
  'creator',
  'markup',
  'status',
  'reports',
  'collector',
  'metaPlacement',
  'metaName',
  'allowlist',
  'allowlistReportOnly',
] as const;

function without(document: Explored, name: (typeof special)[number]): Explored {
  const { [name]: _left, ...rest } = document;
  return rest as Explored;
}

function plainerTargets(target: ExploredTarget): ExploredTarget[] {
  const { url, redirects, ...told } = target;
  if (Object.keys(told).length > 0) return [{ url, ...(redirects && { redirects }) }];
  if (redirects !== undefined) {
    const last = redirects.at(-1) ?? url;
    const end = typeof last === 'string' ? last : last.to;
    return [
      { url },
      { url: new URL(end, url).href },
      { url, redirects: [end] },
      { url: 'https://api.test/', redirects: [end] },
    ];
  }
  if (!/^(https?|wss?):/.test(url)) return [];
  const parts = new URL(url);
  const change = (edit: (parts: URL) => void): ExploredTarget => {
    const copy = new URL(url);
    edit(copy);
    return { url: copy.href };
  };
  return [
    { url: 'https://api.test/' },
    change((copy) => {
      copy.protocol = parts.protocol.startsWith('ws') ? 'wss:' : 'https:';
    }),
    change((copy) => {
      copy.port = '';
    }),
    change((copy) => {
      copy.search = '';
      copy.hash = '';
    }),
    change((copy) => {
      copy.pathname = '/';
    }),
    change((copy) => {
      copy.pathname = parts.pathname.slice(0, -1);
    }),
    change((copy) => {
      copy.hostname = 'api.test';
    }),
  ];
}

/** Another host in the target and in the sources at once. */
function hostsAsIn(document: Explored): Explored[] {
  const [{ url }] = document.targets as [ExploredTarget];
  if (!/^(https?|wss?):/.test(url)) return [];
  const { hostname } = new URL(url);
  const text = JSON.stringify(document).replaceAll(hostname, 'api.test');
  return [
    JSON.parse(text) as Explored,
    together(document, (policy) => policy.replaceAll(hostname, 'api.test'), hostTo('api.test')),
    // A wildcard does not match the host that it stands before.
    together(document, (policy) => policy.replace(/\*\.[^\s:/?#;,]+/g, 'api.test'), hostTo('api.test')),
  ];
}

const hostTo = (name: string) => (url: URL) => {
  url.hostname = name;
};

/** The policies and the target changed at once, where one alone would no longer match the other. */
function together(document: Explored, change: (text: string) => string, edit: (url: URL) => void): Explored {
  const [target] = document.targets as [ExploredTarget];
  const url = new URL(target.url);
  edit(url);
  return { ...withPolicies(document, change), targets: [{ ...target, url: url.href }] };
}

/** Another port or path in the target and in the sources at once, where an exact match needs both. */
function portsAndPathsAsIn(document: Explored): Explored[] {
  const [target] = document.targets as [ExploredTarget];
  if (!/^(https?|wss?):/.test(target.url)) return [];
  const { protocol, port, pathname } = new URL(target.url);
  const both = (from: string, to: string, edit: (url: URL) => void): Explored =>
    together(document, (text) => text.replaceAll(from, to), edit);
  const shift = (/^(https|wss):/.test(protocol) ? 443 : 80) - Number(port);
  const paths = ['/', pathname.slice(0, -1), pathname.slice(1), pathname.slice(0, pathname.lastIndexOf('/'))];
  return [
    ...(port === ''
      ? []
      : [
          both(`:${port}`, '', (url) => {
            url.port = '';
          }),
          // As far from the default port as they were from this one, where a port is taken for another.
          together(
            document,
            (text) => text.replace(/:(\d+)/g, (_, listed) => `:${Math.max(0, Number(listed) + shift)}`),
            (url) => {
              url.port = '';
            },
          ),
        ]),
    ...(pathname === '/' ? [] : paths).map((path) =>
      both(pathname, path, (url) => {
        url.pathname = path;
      }),
    ),
  ];
}

/** Policies without a directive, without a source, with a plainer name, and without a character. */
const shorterPolicies = (document: Explored): Explored[] =>
  kinds.flatMap((kind) => shortened(document[kind] ?? [], (texts) => withTexts(document, kind, texts)));

/** A shorter policy of the creator, or its policies as those of the document itself. */
function shorterCreator({ creator, ...document }: Explored): Explored[] {
  if (creator === undefined) return [];
  return (['policy', 'meta'] as const).flatMap((kind) => {
    const texts = [creator[kind] ?? []].flat();
    return [
      ...(texts.length > 0 ? [{ ...document, [kind]: texts }] : []),
      ...shortened(texts, (changed) => ({ ...document, creator: { ...creator, [kind]: changed } })),
    ];
  });
}

/** Documents with one of these texts shorter. */
const shortened = (texts: readonly string[], put: (texts: string[]) => Explored): Explored[] =>
  texts.flatMap((text, index) => shorter(text).map((one) => put(texts.with(index, one))));

function shorter(text: string): string[] {
  const directives = directivesOf(text);
  const without = directives.map((_, index) => directives.filter((_one, at) => at !== index).join('; '));
  const fewerSources = directives.flatMap((directive, index) => {
    const [name = '', ...sources] = directive.split(/[ \t]+/);
    const all = sources.map((_, at) => [name, ...sources.filter((_one, other) => other !== at)].join(' '));
    return [[name.toLowerCase(), ...sources].join(' '), ...all].map((one) =>
      directives.with(index, one).join('; '),
    );
  });
  const names = /^(connect-src|default-src|script-src) ?/i.exec(text)?.[0].length ?? 0;
  const characters = Array.from(
    { length: Math.max(0, text.length - names) },
    (_, at) => text.slice(0, names + at) + text.slice(names + at + 1),
  );
  const plainName = text.replace(/script-src 'self'; default-src|default-src/i, 'connect-src');
  return [...without, ...fewerSources, plainName, text.toLowerCase(), ...withoutParts(text), ...characters];
}

/** The text without the scheme, the port, the path, the query or the wildcard of each source that has one. */
export const withoutParts = (text: string): string[] =>
  [/[a-z][\w+.-]*:\/\//gi, /:(?:\d+|\*)/g, /(?<![/:])\/[^\s;,]*/g, /\?[^\s;,]*/g, /\*\./g].flatMap((part) =>
    [...text.matchAll(part)].map(
      ({ 0: found, index }) => text.slice(0, index) + text.slice(index + found.length),
    ),
  );
