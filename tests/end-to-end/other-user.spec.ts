import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { asOtherUser, NOBODY, needsOtherUser } from '../engines/other-user.ts';

// Who runs this need not be root, nor have a home, and folders may be called anything.

const root = path.resolve(import.meta.dirname, '../..');
const modules = realpathSync(path.join(root, 'node_modules'));
const yaml = `scenarios:
  - id: mine
    title: Ours
    documents:
      - policy: connect-src https://api.test
        by: [fetch, WebSocket]
        allows: [https://api.test/]
        blocks: [https://third.test/, wss://third.test/]
`;

for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`${browser}: another user without a home checks a file, in folders of any name`, () => {
    needsOtherUser();
    const reachable = asOtherUser(`console.log(require('fs').existsSync(${JSON.stringify(modules)}))`);
    test.skip(reachable.trim() !== 'true', `another user cannot enter ${modules}`);
    test.setTimeout(400_000);
    const place = mkdtempSync(path.join(os.tmpdir(), 'other user ü\u4f8b '));
    try {
      const [checkout, temporary] = [path.join(place, 'prö ject'), path.join(place, 'tmp ü dir')];
      for (const folder of [checkout, temporary]) mkdirSync(folder);
      const needed = [
        'harness',
        'scenarios',
        'servers',
        'package.json',
        'playwright.config.ts',
        'tsconfig.json',
      ];
      for (const each of needed)
        cpSync(path.join(root, each), path.join(checkout, each), { recursive: true });
      symlinkSync(modules, path.join(checkout, 'node_modules'));
      writeFileSync(path.join(checkout, 'mine.yaml'), yaml);
      execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, place]);
      const args = ['harness/connect-src.js', 'check', 'mine.yaml', '--browsers', browser];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        ...{ uid: NOBODY, gid: NOBODY, cwd: checkout, encoding: 'utf8' },
        env: { PATH: process.env.PATH, TMPDIR: temporary },
      });
      expect(status, stdout + stderr).toBe(0);
      expect(stdout).toContain('allowed');
      // Nothing of ours stays behind; what Node and tsx keep of their own is theirs.
      expect(
        readdirSync(temporary).filter((name) => /^(connect-src-|playwright_|\.org\.chromium)/.test(name)),
      ).toEqual([]);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
