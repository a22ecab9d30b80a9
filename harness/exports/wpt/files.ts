// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are in the script of the tests
import { headerValue } from '../../plan/delivery.ts';
import type { Delivered } from '../../plan/plan.ts';
import type { WptTest } from './test-of.ts';

/** Where the tests go in web-platform-tests. */
export const FOLDER = 'content-security-policy/connect-src';
const PROBE = `/${FOLDER}/support/probe.js`;

/** Files by their paths in web-platform-tests; text of characters up to U+00FF, each a byte. */
export type Files = Record<string, string>;

/** Opens a connection and says what became of it: the one script that the tests share. */
export const probeFile: Files = {
  [PROBE.slice(1)]:
    `// Opens a connection, and says what became of it and which violations were told of. A second connection, which the policy
// forbids for certain, is opened afterwards: when its violation is there, that of the first is there, or stays out.
// The function is self-contained, so that its text can be run in another global.
async function probe(open, sentinel) {
  const violations = [];
  const last = new Promise((resolve) => {
    self.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      if (blockedURI === sentinel || (blockedURI === 'data' && sentinel.startsWith('data:')))
        resolve();
      else
        violations.push(blockedURI);
    });
  });
  const outcome = await Promise.resolve().then(open).then(() => 'got through', () => 'failed');
  if (outcome === 'failed' && sentinel !== '') {
    fetch(sentinel, { mode: 'no-cors' }).catch(() => {});
    await last;
  }
  return { outcome, violations };
}
`,
};

/** The files of one test. */
export function filesOf(test: WptTest): Files {
  const path = `${FOLDER}/${test.name}${test.scheme === 'https' ? '.https' : ''}.sub.html`;
  const scene = scenes[test.context] ?? scenes[test.context.includes('-worker') ? 'worker' : 'frame'];
  if (scene === undefined) throw new Error(`no scene for ${test.context}`);
  const { run, files = {} } = scene(test);
  return {
    [path]: markup(test, run),
    ...headers(path, test.page),
    ...files,
  };
}

/** How a test has its connection opened: what the page runs to get the result, and further files. */
interface Scene {
  run: string[];
  files?: Files;
}

const scenes: Readonly<Record<string, (test: WptTest) => Scene>> = {
  page: () => ({ run: ['return probe(open, sentinel);'] }),
  worker: ({ context }) => {
    const shared = context.includes('shared');
    const data = context.startsWith('data');
    const elsewhere = context.endsWith('-elsewhere');
    const start = shared ? 'onconnect = async ({ ports: [port] }) => port' : '(async () => self';
    const end = shared ? '' : ')()';
    return {
      run: [
        ...(elsewhere ? host : []),
        'const call = `(${probe})(${open}, ${JSON.stringify(sentinel)})`;',
        `const source = \`${start}.postMessage(await \${call})${end};\`;`,
        data
          ? 'const script = `data:text/javascript,${encodeURIComponent(source)}`;'
          : "const script = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));",
        `const worker = new ${elsewhere ? 'host.contentWindow.' : ''}${shared ? 'SharedWorker(script).port' : 'Worker(script)'};`,
        'return new Promise((resolve) => {',
        '  worker.onmessage = ({ data }) => resolve(data);',
        '});',
      ],
    };
  },
  frame: ({ context, made }) => ({
    run: [
      ...framed(made, 'parent'),
      "const frame = document.createElement('iframe');",
      context === 'srcdoc'
        ? 'frame.srcdoc = markup;'
        : context === 'data-frame'
          ? 'frame.src = `data:text/html,${encodeURIComponent(markup)}`;'
          : "frame.src = URL.createObjectURL(new Blob([markup], { type: 'text/html' }));",
      ...hearFrame,
    ],
  }),
  'blob-frame-elsewhere': ({ made }) => ({
    run: [
      ...host,
      ...framed(made, 'parent'),
      "const frame = document.createElement('iframe');",
      'const maker = host.contentWindow;',
      "frame.src = maker.URL.createObjectURL(new maker.Blob([markup], { type: 'text/html' }));",
      ...hearFrame,
    ],
  }),
  'data-frame-elsewhere': ({ made }) => ({
    run: [
      ...host,
      ...framed(made, 'top'),
      "const frame = host.contentDocument.createElement('iframe');",
      'host.contentDocument.body.append(frame);',
      'return new Promise((resolve) => {',
      "  addEventListener('message', ({ data }) => resolve(data));",
      '  frame.contentWindow.location = `data:text/html,${encodeURIComponent(markup)}`;',
      '});',
    ],
  }),
  'substituted-frame': (test) =>
    behindWorker(test, {
      policyOf: FRAME,
      metas: test.made.meta,
      answers: [
        '// Whatever is asked for, the response is that of another URL.',
        "const other = 'https://{{hosts[alt][]}}:{{ports[https][0]}}/common/blank.html';",
        "addEventListener('fetch', (event) => {",
        "  if (event.request.destination === '')",
        "    event.respondWith(fetch(other, { mode: 'no-cors' }));",
        '});',
      ],
    }),
  'forwarding-service-worker': (test) =>
    // The frame has no policy, and so no sentinel that would be forbidden.
    behindWorker(
      { ...test, sentinel: '' },
      {
        policyOf: WORKER,
        metas: [],
        answers: [
          '// Under the policy of this script.',
          "addEventListener('fetch', (event) => {",
          "  if (event.request.destination === '')",
          '    event.respondWith(fetch(event.request));',
          '});',
        ],
      },
    ),
};

/** The markup of a document that opens the connection, and tells the window of this name of the result. */
const framed = ({ meta }: Delivered, hears: 'parent' | 'top'): string[] => [
  'const call = `(${probe})(${open}, ${JSON.stringify(sentinel)})`;',
  `const metas = ${JSON.stringify(meta.map(metaElement).join(''))};`,
  `const script = \`<script>\${call}.then((result) => ${hears}.postMessage(result, '*'))</\` + 'script>';`,
  'const markup = `<!doctype html>${metas}${script}`;',
];

/** A document without policies beside the test's. */
const host = [
  "const host = document.createElement('iframe');",
  "host.src = '/common/blank.html';",
  'await new Promise((resolve) => {',
  '  host.onload = resolve;',
  '  document.body.append(host);',
  '});',
];

/** What the files of a test behind a service worker are called, after its name. */
const [WORKER, FRAME] = ['worker.sub.js', 'frame.sub.html'];

/** A frame behind a service worker. */
function behindWorker(
  test: WptTest,
  {
    policyOf,
    metas,
    answers,
  }: {
    /** Which of the two files comes with the policies. */
    policyOf: string;
    /** Policies in the frame's markup. */
    metas: readonly string[];
    /** How the worker answers. */
    answers: readonly string[];
  },
): Scene {
  const pathOf = (file: string) => `${FOLDER}/support/${test.name}-${file}`;
  return {
    run: [
      ...registers(`${test.name}-${WORKER}`, `${test.name}-${FRAME}`),
      "const frame = document.createElement('iframe');",
      `frame.src = 'support/${test.name}-${FRAME}';`,
      ...hearFrame,
    ],
    files: {
      [pathOf(WORKER)]: lines([...activates, ...answers]),
      [pathOf(FRAME)]: lines([
        '<!doctype html>',
        ...metas.map(metaElement),
        `<script src="${PROBE}"></script>`,
        '<script>',
        ...constants(test),
        "probe(open, sentinel).then((result) => parent.postMessage(result, '*'));",
        '</script>',
      ]),
      ...headers(pathOf(policyOf), test.made),
    },
  };
}

const activates = [
  "addEventListener('install', () => skipWaiting());",
  "addEventListener('activate', (event) => event.waitUntil(clients.claim()));",
];

const hearFrame = [
  'return new Promise((resolve) => {',
  "  addEventListener('message', ({ data }) => resolve(data));",
  '  document.body.append(frame);',
  '});',
];

const registers = (worker: string, scope: string): string[] => [
  `const registration = await navigator.serviceWorker.register('support/${worker}', {`,
  `  scope: 'support/${scope}',`,
  '});',
  'await new Promise((resolve) => {',
  '  const worker = registration.installing || registration.waiting || registration.active;',
  "  if (worker.state === 'activated')",
  '    resolve();',
  "  worker.addEventListener('statechange', () => worker.state === 'activated' && resolve());",
  '});',
];

const constants = ({ url, open, sentinel, expects, late }: WptTest): string[] => {
  const second = expects === 'violation' ? sentinel : '';
  // The function's text can be run in another global, so that it holds the URL itself.
  return [
    'const open = () => {',
    url === 'blob:'
      ? "  const url = URL.createObjectURL(new Blob(['ok']));"
      : `  const url = ${quoted(url)};`,
    ...open.map((line) => `  ${line}`),
    '};',
    `const sentinel = ${quoted(second)};`,
    ...(late === null ? [] : adds(late)),
  ];
};

const adds = (metas: readonly string[]): string[] => [
  'const late = () => {',
  `  for (const content of [${metas.map(quoted).join(', ')}]) {`,
  "    const meta = document.createElement('meta');",
  "    Object.assign(meta, { httpEquiv: 'Content-Security-Policy', content });",
  '    document.head.append(meta);',
  '  }',
  '};',
];

function markup(test: WptTest, run: string[]): string {
  const { title, help, page, needs, expects, context } = test;
  const forwarded = context === 'forwarding-service-worker';
  return lines([
    '<!doctype html>',
    '<meta charset="utf-8">',
    ...page.meta.map(metaElement),
    `<title>${escaped(title)}</title>`,
    ...(help === null ? [] : [`<link rel="help" href="${help}">`]),
    '<script src="/resources/testharness.js"></script>',
    '<script src="/resources/testharnessreport.js"></script>',
    `<script src="${PROBE}"></script>`,
    '<body>',
    '<script>',
    ...constants(test),
    '',
    'async function result() {',
    ...run.map((line) => `  ${line}`),
    '}',
    '',
    'promise_test(async () => {',
    ...(needs === undefined ? [] : [`  assert_implements_optional(self.${needs}, '${needs}');`]),
    '  const { outcome, violations } = await result();',
    expects === 'success'
      ? "  assert_equals(outcome, 'got through', 'the connection');"
      : "  assert_equals(outcome, 'failed', 'the connection');",
    ...(expects === 'violation' && !forwarded
      ? ["  assert_equals(violations.length, 1, 'violations besides that of the sentinel');"]
      : []),
    `}, ${quoted(title)});`,
    '</script>',
  ]);
}

function headers(path: string, { policy, reportOnly }: Delivered): Files {
  const all = [
    ...policy.map((one) => `Content-Security-Policy: ${headerValue(one)}`),
    ...reportOnly.map((one) => `Content-Security-Policy-Report-Only: ${headerValue(one)}`),
  ];
  return all.length === 0 ? {} : { [`${path}.sub.headers`]: lines(all) };
}

const metaElement = (policy: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`;

/** As text or an attribute of HTML; what is no printable ASCII by its number. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]|[^ -~]/g, (character) => `&#${character.charCodeAt(0)};`);

/** As a string of JavaScript. */
const quoted = (text: string): string =>
  `'${text.replace(/['\\]/g, '\\$&').replace(/[^ -~]/g, (character) => `\\u${codeOf(character)}`)}'`;

const codeOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
