// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are in the script of the tests
import type { Delivered } from '../../plan/plan.ts';
import { constants } from './constants.ts';
import { type Files, FOLDER } from './folder.ts';
import { headersFile } from './headers.ts';
import { PROBE } from './probe.ts';
import type { WptTest } from './test-of.ts';
import { lines, metaElement } from './text.ts';

/** How a test has its connection opened: what the page runs to get the result, and further files. */
export interface Scene {
  run: string[];
  files?: Files;
}

/**
 * How a test opens its connection.
 *
 * @throws Error where nobody has written down how that is done in its context
 */
export function sceneOf(test: WptTest): Scene {
  const scene = scenes[test.context] ?? scenes[test.context.includes('-worker') ? 'worker' : 'frame'];
  if (scene === undefined) throw new Error(`no scene for ${test.context}`);
  return scene(test);
}

/** The scene of each context that the tests know; that of other workers and frames is `worker` or `frame`. */
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
  'blob-object': ({ made }) => ({
    run: [
      ...framed(made, 'parent'),
      "const frame = Object.assign(document.createElement('object'), { type: 'text/html' });",
      "frame.data = URL.createObjectURL(new Blob([markup], { type: 'text/html' }));",
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
      ...headersFile(pathOf(policyOf), test.made),
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
