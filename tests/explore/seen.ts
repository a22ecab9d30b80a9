import type { Seen } from '../../harness/explore/look.ts';
import type { Verdict } from '../../harness/results/verdict.ts';

/** What a browser did with a connection by `fetch()`; by the text it is allowed, unless the verdict is another. */
export const seen = (url: string, verdict: Verdict = 'allowed', more: Partial<Seen> = {}): Seen => ({
  mechanism: 'fetch',
  target: { url },
  verdict,
  spec: 'allowed',
  disputed: false,
  unexplained: {},
  deviates: [],
  arrived: verdict === 'blocked' ? [] : [{ kind: 'request', hop: 0 }],
  told: verdict === 'blocked' ? 'rejects TypeError' : 'resolves',
  timing: [],
  enforced: verdict === 'allowed' ? 0 : 1,
  ...more,
});
