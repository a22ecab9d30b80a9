import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { fileIssue, type GitHubCli, requireWebLink } from '../../../harness/cli/nightly/file-issue.ts';
import { explored } from '../../results/synthetic-exploration.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

/** A stand-in for the gh command that knows these open issues and writes down what it is told. */
function gitHub(open: number[]): { gh: GitHubCli; told: Array<{ args: string; body: string }> } {
  const told: Array<{ args: string; body: string }> = [];
  const gh: GitHubCli = async (args, input = '') => {
    told.push({ args: args.join(' '), body: input });
    if (args[1] === 'list') return JSON.stringify(open.map((number) => ({ number })));
    return args[1] === 'create' && args[0] === 'issue' ? 'https://github.test/o/r/issues/8\n' : '';
  };
  return { gh, told };
}

test('opens an issue where none is open', async () => {
  const { gh, told } = gitHub([]);
  expect(await fileIssue('A title', 'firefox: one: new deviation', 'https://o.github.test/r/', gh)).toBe(
    'Opened https://github.test/o/r/issues/8.',
  );
  expect(told.map(({ args }) => args.split(' ').slice(0, 2).join(' '))).toEqual([
    'issue list',
    'label create',
    'issue create',
  ]);
  expect(told[2]?.args).toContain('--title A title');
  expect(told[2]?.body).toContain('firefox: one: new deviation');
  expect(told[2]?.body).toContain('https://o.github.test/r/');
});

test('writes to the open issue where there is one', async () => {
  const { gh, told } = gitHub([7]);
  expect(await fileIssue('A title', 'words', undefined, gh)).toBe('Updated issue #7.');
  expect(told.at(-1)?.args).toBe('issue comment 7 --body-file -');
  expect(told).toHaveLength(2);
});

test('what browsers said stays text, and within what GitHub takes', async () => {
  const { gh, told } = gitHub([7]);
  await fileIssue('A title', '````\n@everyone <img src=x> #1', undefined, gh);
  expect(told.at(-1)?.body.split('\n')).toEqual([
    '`````text',
    '````',
    '@everyone <img src=x> #1',
    '`````',
    '',
  ]);
  await fileIssue('A title', 'x'.repeat(100_000), undefined, gh);
  expect(told.at(-1)?.body.length).toBeLessThan(65_536);
});

test('the link of an issue is one http(s) URL', () => {
  expect(() => requireWebLink('https://o.github.test/r/?a=1#b')).not.toThrow();
  const bad = [
    'javascript:alert(1)',
    'data:text/html,x',
    'o.github.test',
    'https://',
    'https://a.test/ @everyone',
  ];
  for (const link of [...bad, 'https://a.test/\n@everyone', 'https://a.test/<img>'])
    expect(() => requireWebLink(link), link).toThrow('is not an http(s) URL');
  const cli = path.resolve(import.meta.dirname, '../../../harness/connect-src.js');
  const args = [cli, 'nightly', 'issue', '--link', 'javascript:alert(1)'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toContain('--link javascript:alert(1): it is not an http(s) URL.');
  expect(status).toBe(2);
});

test('what exploring found is told as well, though no browser changed', () => {
  const folder = temporaryDirectory();
  const at = (name: string) => path.join(folder, name);
  // A stand-in for the gh command that writes down what it is told.
  writeFileSync(at('gh'), `#!/bin/sh\n[ "$2" = list ] && echo '[]'\necho "$@" >> '${at('told')}'\n`, {
    mode: 0o755,
  });
  writeFileSync(at('changes.json'), 'null');
  writeFileSync(at('changes.md'), 'Exploring found: 1');
  const cli = path.resolve(import.meta.dirname, '../../../harness/connect-src.js');
  const tell = (discoveries: readonly unknown[]) => {
    writeFileSync(at('exploration.json'), JSON.stringify({ ...explored, discoveries }));
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    return spawnSync(process.execPath, [cli, 'nightly', 'issue', '--report', folder], {
      encoding: 'utf8',
      env,
    });
  };
  expect(tell([]).stdout).toContain('exploring found nothing new: no issue.');
  expect(tell(explored.discoveries)).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(at('told'), 'utf8')).toContain('--title Exploring found what nobody has recorded');
});
