import type { Context } from '../../catalogue/context.ts';
import type { Mechanism } from '../../catalogue/mechanism.ts';
import { contexts, mechanisms } from '../../catalogue/registry.ts';
import { effectiveDirective } from '../../spec/effective-directive.ts';

/** Contexts of which many are opened side by side in one page, each under the policies that it is delivered with. */
export const exploredContexts: readonly string[] = contexts.filter(isPlain).map(({ name }) => name);

/** Those that take a page, a window or a service worker of their own: slower, and so generated less often. */
export const costlyContexts: readonly string[] = contexts
  .filter((one) => !isPlain(one) && !isStaged(one))
  .map(({ name }) => name);

/** Mechanisms that connect-src governs, that share a document with others, and that servers witness. */
export const exploredMechanisms: readonly string[] = mechanisms.filter(isGoverned).map(({ name }) => name);

function isPlain(context: Context): boolean {
  const { opened, opensWindow, serviceWorker } = context;
  return opened === 'framed' && !opensWindow && serviceWorker === undefined && !isStaged(context);
}

/** It has a story that a generated document does not tell: it is left, come back to, updated, or put under its frame's policy. */
function isStaged({ update, required, leaves, returns }: Context): boolean {
  return [required, leaves, returns, update !== undefined].some(Boolean);
}

function isGoverned({ request, isolated, synchronous, witness }: Mechanism): boolean {
  const { destination, initiator = '', client, webrtc } = request({});
  const ofAClient = client !== null && webrtc !== true;
  return (
    ofAClient &&
    isolated !== true &&
    synchronous !== true &&
    witness !== 'script' &&
    effectiveDirective({ destination, initiator }) === 'connect-src'
  );
}
