import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

/**
 * The house, lowest floor first: what each room may import besides itself. A room that is not named here, or an import
 * that is not, fails a test.
 */
const mayImport: Record<string, readonly string[]> = {
  'harness/errors.ts': [],
  // A text of its own: it knows nothing of CSP, and main fetch asks both.
  'harness/connection-allowlist': [],
  'harness/spec': ['harness/connection-allowlist'],
  'harness/advice': ['harness/spec', 'harness/connection-allowlist'],
  'harness/input': ['harness/errors.ts', 'harness/spec', 'harness/advice'],
  'harness/library': ['harness/spec', 'harness/advice'],
  'harness/playwright': ['harness/spec', 'harness/advice'],
  servers: [],
  // Types only: what a context is to the oracle, in the oracle's own words.
  'harness/catalogue': ['harness/errors.ts', 'harness/spec'],
  'harness/agent': ['harness/catalogue'],
  'harness/plan': ['harness/errors.ts', 'harness/connection-allowlist', 'harness/spec', 'harness/catalogue'],
  scenarios: ['harness/plan', 'harness/catalogue'],
  'harness/engines': ['harness/errors.ts'],
  'harness/rig': [
    'harness/errors.ts',
    'servers',
    'harness/catalogue',
    'harness/agent',
    'harness/plan',
    'harness/engines',
  ],
  'harness/results': ['harness/errors.ts', 'harness/plan/scenario.ts'],
  'harness/expectations': ['harness/errors.ts', 'harness/plan', 'harness/results'],
  'harness/judge': [
    'servers',
    'harness/spec',
    'harness/plan',
    'harness/engines',
    'harness/rig',
    'harness/results',
    'harness/expectations',
  ],
  'harness/explore': [
    'harness/errors.ts',
    'harness/spec',
    'harness/catalogue',
    'harness/plan',
    'harness/rig',
    'harness/results',
    'harness/expectations',
    'harness/judge',
  ],
  'harness/timeline': ['harness/errors.ts', 'harness/results', 'harness/expectations'],
  'harness/bench': ['harness/plan', 'harness/engines', 'harness/rig', 'harness/results', 'harness/judge'],
  'harness/compare': ['harness/errors.ts', 'harness/results'],
  // The catalogue is static: a mechanism's snippet, and its place in the form. A report still needs results.json alone.
  'harness/report': [
    'harness/errors.ts',
    'harness/connection-allowlist',
    'harness/spec',
    'harness/advice',
    'harness/input',
    'harness/catalogue',
    'harness/results',
    'harness/compare',
  ],
  'harness/exports': [
    'harness/errors.ts',
    'harness/spec',
    'harness/catalogue',
    'harness/plan',
    'harness/engines/browsers.ts',
    'harness/results',
    'harness/expectations',
    'harness/judge',
    'harness/report',
  ],
  'harness/cli': ['harness', 'servers'],
  'harness/conformance.spec.ts': ['harness'],
  'playwright.config.ts': ['harness/cli', 'harness/engines/proxy-port.ts'],
};

/** Folders whose files run in a browser, or in both: nothing of Node may be in them. */
const runInBrowsers = [
  'harness/connection-allowlist',
  'harness/agent',
  'harness/spec',
  'harness/advice',
  'harness/input',
  'harness/library',
  'harness/catalogue/mechanisms',
  'harness/catalogue/contexts',
];

const root = path.resolve(import.meta.dirname, '../..');

/** Every TypeScript file of the project but its tests, as paths from the root. */
const files = ['harness', 'servers', 'scenarios']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  )
  .concat('playwright.config.ts');

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

/** The project's own files that a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"$]+)['"]/g)].map((found) =>
    path.relative(root, path.resolve(root, path.dirname(file), found[1] ?? '')),
  );
}

/** The first circle that imports lead round in from this file, or null. */
function circleFrom(
  file: string,
  graph: ReadonlyMap<string, string[]>,
  done: Set<string>,
  way: string[] = [],
): string[] | null {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (done.has(file)) return null;
  for (const next of graph.get(file) ?? []) {
    const circle: string[] | null = circleFrom(next, graph, done, [...way, file]);
    if (circle !== null) return circle;
  }
  done.add(file);
  return null;
}

function firstCircle(graph: ReadonlyMap<string, string[]>): string[] | null {
  const done = new Set<string>();
  for (const file of graph.keys()) {
    const circle = circleFrom(file, graph, done);
    if (circle !== null) return circle;
  }
  return null;
}

for (const [room, allowed] of Object.entries(mayImport))
  test(`${room} imports nothing from above`, () => {
    const own = files.filter((file) => isIn(file, room));
    expect(own).not.toEqual([]);
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((target) => ![room, ...allowed].some((place) => isIn(target, place)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

test('every file has a room', () => {
  expect(files.filter((file) => !Object.keys(mayImport).some((room) => isIn(file, room)))).toEqual([]);
});

test('no imports lead round in a circle', () => {
  expect(firstCircle(new Map(files.map((file) => [file, importsOf(file)])))).toBeNull();
});

test('what runs in browsers imports nothing of Node', () => {
  const wrong = files
    .filter((file) => runInBrowsers.some((folder) => isIn(file, folder)))
    .filter((file) => /\bfrom 'node:/.test(readFileSync(path.join(root, file), 'utf8')));
  expect(wrong).toEqual([]);
});

test('the checks see imports and circles at all', () => {
  expect(importsOf('harness/rig/collect.ts')).toContain('harness/rig/stage.ts');
  expect(
    firstCircle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual(['b', 'c', 'b']);
});
