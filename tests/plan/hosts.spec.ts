import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { UserError } from '../../harness/errors.ts';
import { checkHosts } from '../../harness/plan/checks/hosts.ts';
import { expand } from '../../harness/plan/expand.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import type { DocumentSource } from '../../harness/plan/scenario.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

async function hostsOfFile(...documents: DocumentSource[]): Promise<readonly string[]> {
  const file = path.join(temporaryDirectory(), 'mine.json');
  writeFileSync(file, JSON.stringify({ scenarios: [{ id: 'mine', title: 'Mine', documents }] }));
  return (await loadCorpus(file)).hosts;
}

test('a file from outside brings its own hosts, and no other is played', async () => {
  const hosts = await hostsOfFile({
    page: 'https://app.bücher.example:8443/',
    policy: "connect-src 'self'",
    by: ['fetch', 'WebSocket'],
    allows: ['https://app.bücher.example:8443/v1', 'data:,ok'],
    blocks: [
      { url: 'http://10.1.2.3:8080/', redirects: ['https://[2001:db8::1]/', '/relative'] },
      'wss://localhost/',
    ],
  });
  expect(hosts).toEqual(['10.1.2.3', '[2001:db8::1]', 'app.xn--bcher-kva.example', 'localhost']);
});

test('the collector is among them where reports are asked for', async () => {
  const one = { page: 'https://app.example/', policy: "connect-src 'none'", by: 'fetch', blocks: ['/'] };
  expect(await hostsOfFile({ ...one, reports: 'report-uri' })).toEqual(['app.example', 'report.test']);
  expect(await hostsOfFile({ ...one, reports: 'report-to', collector: 'same-site' })).toEqual([
    'app.example',
    'reports.app.example',
  ]);
});

test('the corpus keeps to its world', () => {
  const documents = [{ by: 'fetch', blocks: ['https://somewhere.invalid/'] }];
  const planned = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts');
  expect(() => checkHosts(planned)).toThrow(UserError);
  expect(() => checkHosts(planned)).toThrow('no server of ours answers for the host "somewhere.invalid"');
});
