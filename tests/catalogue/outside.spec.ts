import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');

const shout = `export default {
  name: 'shout',
  spec: 'FETCH#dom-global-fetch',
  schemes: ['https'],
  globals: ['window'],
  options: { loudness: ['low', 'high'] },
  request: () => ({ destination: 'json', mode: 'cors', redirect: 'error' }),
  blocked: ['returns'],
  snippet: ['shout(', '  URL);'],
  placeInForm: 100,
  bcd: { identifier: 'shout_api', flags: { firefox: [{ type: 'preference', name: 'shout', value_to_set: 'true' }] } },
  wpt: { name: 'Shout' },
};
export const inPage = {
  detect: () => null,
  open: ({ record }) => record.returns('opened by shout'),
};
`;

const lodge = `export default {
  name: 'lodge',
  title: 'a lodge',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'srcdoc',
  global: 'window',
  opened: 'framed',
};
export const inPage = { create: ({ body }) => body.append('made by lodge') };
`;

/** A folder outside the checkout with these files. */
function catalogue(files: Record<string, string>): string {
  const folder = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

function node(catalogue: string, ...args: string[]) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONNECT_SRC_CATALOGUE: catalogue },
  });
}

test('a mechanism and a context from outside, one file each, show in every place', () => {
  const folder = catalogue({ 'mechanisms/shout.js': shout, 'contexts/lodge.ts': lodge });
  const { stdout, stderr } = node(folder, '--import', 'tsx', 'tests/catalogue/places.ts');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    case: expect.stringMatching(/^mine\/\w{6}\/shout\/\w{6}$/),
    question: expect.objectContaining({
      context: 'srcdoc',
      creator: expect.objectContaining({ policy: [] }),
      request: { destination: 'json', mode: 'cors', redirect: 'error' },
    }),
    opensInPage: true,
    makesInPage: true,
    snippet: 'shout(\n  "https://api.test/");',
    form: expect.stringContaining('&quot;destination&quot;:&quot;json&quot;'),
    bcd: {
      shout_api: {
        __compat: expect.objectContaining({
          support: {
            firefox: {
              version_added: '≤153',
              flags: [{ type: 'preference', name: 'shout', value_to_set: 'true' }],
            },
          },
        }),
      },
    },
    wpt: expect.stringMatching(/^Shout to https:\/\/third\.test\//),
  });
});

for (const { name, files, says } of [
  {
    name: 'a name that is taken',
    files: { 'mechanisms/mine.js': shout.replace("'shout'", "'fetch'") },
    says: 'the name "fetch" is taken',
  },
  {
    name: 'a mechanism without inPage',
    files: { 'mechanisms/mine.js': 'export default {};' },
    says: 'mine.js has no export inPage',
  },
  {
    name: 'a file without a default export',
    files: { 'contexts/mine.js': 'export const inPage = {};' },
    says: 'mine.js has no default export',
  },
])
  test(`${name} is refused with exit code 2`, () => {
    const { status, stderr } = node(catalogue(files), 'harness/connect-src.js', 'corpus');
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });

test('a folder that is not there is refused with exit code 2', () => {
  const { status, stderr } = node('nowhere', 'harness/connect-src.js', 'corpus');
  expect(stderr).toMatch(/CONNECT_SRC_CATALOGUE: .*nowhere is not there/);
  expect(status).toBe(2);
});
