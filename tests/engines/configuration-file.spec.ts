import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { browsersFromEnvironment } from '../../harness/engines/configuration.ts';
import { takeConfigurationFile } from '../../harness/engines/configuration-file.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function folderWith(files: Record<string, string>): string {
  const folder = temporaryDirectory();
  for (const [name, text] of Object.entries(files))
    writeFileSync(path.join(folder, name), text, { mode: 0o755 });
  return folder;
}

const json = {
  'connect-src.config.json': '{"browsers": {"chromium-old": {"executable": "./old"}, "firefox": ""}}',
};

test('the browsers of the file are those of the run, and its paths are relative to it', async () => {
  const folder = folderWith({ ...json, old: '' });
  const env: NodeJS.ProcessEnv = {};
  await takeConfigurationFile(folder, env);
  expect([...browsersFromEnvironment(env)]).toEqual([
    [
      'chromium-old',
      { name: 'chromium-old', engine: 'chromium', how: 'system', executablePath: path.join(folder, 'old') },
    ],
    ['firefox', null],
  ]);
});

test('where the environment names browsers, the file says where they are', async () => {
  const folder = folderWith({ ...json, old: '' });
  const env: NodeJS.ProcessEnv = { CONNECT_SRC_BROWSERS: 'webkit,chromium-old' };
  await takeConfigurationFile(folder, env);
  expect([...browsersFromEnvironment(env)]).toMatchObject([
    ['webkit', null],
    ['chromium-old', { executablePath: path.join(folder, 'old') }],
  ]);
});

test('the file may be a script', async () => {
  const script =
    'const args: string[] = ["--a"]; export default { browsers: { mine: { engine: "chromium", channel: "chrome", args } } };';
  const env: NodeJS.ProcessEnv = {};
  await takeConfigurationFile(folderWith({ 'connect-src.config.ts': script }), env);
  expect([...browsersFromEnvironment(env).keys()]).toEqual(['mine']);
});

test('without a file nothing is changed', async () => {
  const env: NodeJS.ProcessEnv = {};
  await takeConfigurationFile(temporaryDirectory(), env);
  expect(env).toEqual({});
});

for (const [text, message] of [
  ['{"browsers": ', 'it cannot be read'],
  ['{"browsers": {}}', 'it names no browsers'],
  ['[]', 'it names no browsers'],
  ['{"browser": {}}', '"browser" is not known'],
  ['{"browsers": {"chromium": 1}}', 'chromium has a value that is no setting'],
  ['{"browsers": {"chromium": {"executable": "./gone"}}}', 'nothing that can be run is there'],
] as const)
  test(`${text} is a mistake that names the file`, async () => {
    const taken = takeConfigurationFile(folderWith({ 'connect-src.config.json': text }), {});
    await expect(taken).rejects.toThrow(message);
    await expect(takeConfigurationFile(folderWith({ 'connect-src.config.json': text }), {})).rejects.toThrow(
      /^connect-src\.config\.json/,
    );
  });

test('two files are a mistake', async () => {
  const folder = folderWith({ ...json, 'connect-src.config.js': 'export default {}' });
  await expect(takeConfigurationFile(folder, {})).rejects.toThrow('are both there');
});
