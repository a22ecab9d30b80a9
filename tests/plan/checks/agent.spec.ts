import { expect, test } from '@playwright/test';
import { UserError } from '../../../harness/errors.ts';
import { checkAgent } from '../../../harness/plan/checks/agent.ts';
import { expand } from '../../../harness/plan/expand.ts';
import type { DocumentSource } from '../../../harness/plan/scenario.ts';

type Delivered = Pick<DocumentSource, 'context' | 'policy' | 'meta' | 'creator'>;

/** What is said of a document with these policies; null where nothing is. */
function complaint(delivered: Delivered): string | null {
  const documents = [{ ...delivered, by: 'fetch', blocks: ['https://third.test/'] }];
  try {
    checkAgent(expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts'));
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** The policy that the fix writes. */
const written = (message: string | null): string => /Write it as "(.*)":/.exec(message ?? '')?.[1] ?? '';

const self = "default-src 'self'";

/** Context, policy, and what is to be written instead. */
const stopped: Array<[string, string, string]> = [
  ['frame', "default-src 'none'", "default-src 'none'; script-src 'self'"],
  ['frame', "script-src 'none'", "script-src 'self'"],
  ['frame', "script-src 'self'; script-src-elem 'none'", "script-src 'self'; script-src-elem 'self'"],
  ['frame', 'sandbox', 'sandbox allow-scripts'],
  ['frame', "sandbox; script-src 'none'", "sandbox allow-scripts; script-src 'self'"],
  ['srcdoc', 'sandbox allow-same-origin', 'sandbox allow-same-origin allow-scripts'],
  ['blob-frame', self, `${self}; frame-src blob:`],
  ['data-frame', self, `${self}; frame-src data:`],
  ['data-frame', "frame-src 'none'", 'frame-src data:'],
  ['blob-worker', self, `${self}; worker-src blob:`],
  ['blob-module-worker', self, `${self}; worker-src blob: 'self'`],
  ['blob-shared-worker', self, `${self}; worker-src blob:`],
  ['data-worker', self, `${self}; worker-src data:`],
  ['data-shared-worker', "worker-src 'self'", "worker-src 'self' data:"],
  ['nested-blob-worker', self, `${self}; worker-src blob:`],
  ['nested-blob-worker', "default-src 'none'", "default-src 'none'; worker-src blob:; script-src 'self'"],
  ['twice-nested-blob-worker', self, `${self}; worker-src blob:`],
  // What was let in by a fallback has to be named beside what is added.
  ['blob-worker', 'default-src blob:', "default-src blob:; script-src 'self'; worker-src blob:"],
];

for (const [context, policy, fix] of stopped)
  test(`${policy} in ${context} is refused, with a policy that works`, () => {
    const message = complaint({ context, policy });
    expect(message).toContain(`the policy "${policy}" stops the page’s own agent`);
    expect(written(message)).toBe(fix);
    expect(complaint({ context, policy: fix })).toBeNull();
  });

const stoppedByCreator: Array<[string, string, string]> = [
  ['worker', "worker-src 'none'", "worker-src 'self'"],
  ['service-worker', "worker-src 'none'", "worker-src 'self'"],
  ['nested-frame', "frame-src 'none'", "frame-src 'self'"],
  ['nested-worker', self, `${self}; worker-src blob: 'self'`],
  ...['forwarded-frame', 'substituted-frame', 'synthesised-frame', 'forwarding-service-worker'].flatMap(
    (context): Array<[string, string, string]> => [
      [context, "worker-src 'none'", "worker-src 'self'"],
      [context, "frame-src 'none'", "frame-src 'self'"],
    ],
  ),
];

for (const [context, policy, fix] of stoppedByCreator)
  test(`${policy} of the creator of ${context} is refused, with a policy that works`, () => {
    expect(written(complaint({ context, creator: { policy } }))).toBe(fix);
    expect(complaint({ context, creator: { policy: fix } })).toBeNull();
  });

const harmless: Delivered[] = [
  { policy: self },
  { meta: 'sandbox' },
  // The response is the agent, and loads nothing.
  { context: 'worker', policy: "default-src 'none'" },
  // A window of its own is no frame, and neither srcdoc nor an initial about:blank is fetched.
  { context: 'popup', creator: { policy: "frame-src 'none'" } },
  { context: 'srcdoc', policy: "frame-src 'none'" },
  { context: 'about-blank', policy: "frame-src 'none'" },
];

for (const delivered of harmless)
  test(`${JSON.stringify(delivered)} is accepted`, () => {
    expect(complaint(delivered)).toBeNull();
  });

test('of several policies in a line the one is named that stops it', () => {
  const message = complaint({ policy: "connect-src 'self', script-src 'none'" });
  expect(message).toContain(`the policy "script-src 'none'" stops`);
});

test('a meta of the child is looked at as well', () => {
  expect(complaint({ context: 'srcdoc', meta: "script-src 'none'" })).toContain("script-src 'self'");
});
