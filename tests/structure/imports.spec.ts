import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

/** What each part may import besides itself: imports go one way, down the picture of the data's flow. */
const mayImport: Record<string, readonly string[]> = {
  'harness/spec': [],
  'harness/mechanisms': [],
  'harness/contexts': [],
  servers: [],
  'harness/engines': ['harness/errors.ts'],
  'harness/plan': [
    'harness/errors.ts',
    'harness/spec',
    'harness/mechanisms',
    'harness/contexts',
    'scenarios',
  ],
  'harness/page': ['harness/plan', 'harness/mechanisms', 'harness/contexts'],
  'harness/evidence': ['harness/plan', 'harness/page', 'harness/engines', 'harness/mechanisms', 'servers'],
  'harness/judgement': ['harness/errors.ts', 'harness/evidence', 'harness/plan', 'harness/spec', 'servers'],
  'harness/explain': ['harness/errors.ts', 'harness/spec'],
  'harness/report': [
    'harness/errors.ts',
    'harness/judgement/results.ts',
    'harness/judgement/verdict.ts',
    'harness/spec',
    'harness/mechanisms',
    'harness/run/settings.ts',
  ],
};

const root = path.resolve(import.meta.dirname, '../..');

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** The project's own files that a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"$]+)['"]/g)].map((found) =>
    path.relative(root, path.resolve(root, path.dirname(file), found[1] ?? '')),
  );
}

for (const [folder, allowed] of Object.entries(mayImport))
  test(`${folder} imports nothing from above`, () => {
    const wrong = filesBelow(folder).flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            ![folder, ...allowed].some((place) => target === place || target.startsWith(`${place}/`)),
        )
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

test('the check sees imports at all', () => {
  expect(importsOf('harness/evidence/collect.ts')).toContain('harness/evidence/stage.ts');
});
