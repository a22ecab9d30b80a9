import type { Evaluation } from './evaluation.ts';
import type { CspList, Policy } from './policy.ts';

/** What the sandbox directive takes away, as far as connections are concerned. */
interface SandboxingFlags {
  readonly origin: boolean;
  readonly scripts: boolean;
}

/** HTML#parse-a-sandboxing-directive: what is not allowed is taken away. */
function parseSandboxingDirective(value: readonly string[]): SandboxingFlags {
  const allowed = value.map((token) => token.toLowerCase());
  return { origin: !allowed.includes('allow-same-origin'), scripts: !allowed.includes('allow-scripts') };
}

const sandboxOf = ({ directives, disposition }: Policy): readonly string[] | undefined =>
  disposition === 'enforce' ? directives.get('sandbox') : undefined;

/**
 * Whether the policies of a document make its origin opaque, HTML#csp-derived-sandboxing-flags: of several sandbox directives,
 * the last one counts. What `'self'` stands for is another matter: it stays the origin of the response.
 */
export function sandboxesOrigin({ policies }: CspList, run: Evaluation): boolean {
  // Steps 2 to 4.
  const directive = policies.map(sandboxOf).findLast((value) => value !== undefined);
  if (directive === undefined || !parseSandboxingDirective(directive).origin) return false;
  run.step('HTML#csp-derived-sandboxing-flags', 'sandbox', directive.join(' '), 'an opaque origin');
  return true;
}

/**
 * Whether a worker is not run because of its policies, CSP#sandbox-init. Browsers run it all the same, which an issue of the
 * specification says.
 */
export function sandboxInit({ policies }: CspList, run: Evaluation): boolean {
  const blocking = policies.map(sandboxOf).find((value) => {
    if (value === undefined) return false;
    // Steps 2 to 4.
    const flags = parseSandboxingDirective(value);
    return flags.scripts || flags.origin;
  });
  const blocked = run.under('sandboxed-workers', blocking !== undefined, false);
  if (blocked) run.step('CSP#sandbox-init', 'sandbox', (blocking ?? []).join(' '), 'the worker is not run');
  return blocked;
}
