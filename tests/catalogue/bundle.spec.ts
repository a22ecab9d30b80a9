import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { contexts, mechanisms } from '../../harness/catalogue/registry.ts';
import { bundleAgent } from '../../harness/rig/bundle.ts';

test('the agent has its own text at hand, and is the same when it runs from there', async () => {
  const text = await bundleAgent();
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
  const bundle = await bundleAgent();
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
