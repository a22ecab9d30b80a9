import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { contexts, mechanisms } from '../../harness/catalogue/registry.ts';
import type { BrowserIdentity } from '../../harness/engines/engine.ts';
import { bundleAgent } from '../../harness/rig/bundle.ts';
import { parsesImportAttributes } from '../../harness/rig/parses-import-attributes.ts';

test('the agent has its own text at hand, and is the same when it runs from there', async () => {
  const text = await bundleAgent(true);
  const run = (script: string): Record<string, string> => {
    const sandbox: Record<string, unknown> = { addEventListener() {} };
    runInNewContext(script, sandbox);
    return sandbox as Record<string, string>;
  };
  const { connectSrcSource: own = '' } = run(text);
  expect(own.length).toBeGreaterThan(10_000);
  expect(run(own).connectSrcSource).toBe(own);
});

test('the agent has every mechanism by its name, and nothing of what only reports and plans need', async () => {
  const bundle = await bundleAgent(true);
  for (const { name, spec, snippet } of mechanisms) {
    expect(bundle).toContain(name);
    expect(bundle, name).not.toContain(spec);
    for (const line of snippet) if (line.length > 20) expect(bundle, name).not.toContain(line);
  }
  for (const { name, spec, created } of contexts) {
    if (created) expect(bundle).toContain(name);
    expect(bundle, name).not.toContain(spec);
  }
});

test('a browser that cannot parse the attributes of an import() is given an agent without any', async () => {
  const attributes = /\bimport\([^()]*,/;
  expect(await bundleAgent(true)).toMatch(attributes);
  expect(await bundleAgent(false)).not.toMatch(attributes);
  const parses = (engine: BrowserIdentity['engine'], version: string) =>
    parsesImportAttributes({ name: '', engine, version, os: '', drivenBy: '' });
  expect([parses('firefox', '115.14.0'), parses('firefox', '138.0')]).toEqual([false, true]);
  expect([parses('chromium', '92.0.4512.0'), parses('webkit', '2.44.3')]).toEqual([true, true]);
});
