import type { Policy } from '../spec/explain.ts';
import { deciding, script } from './agent-loads.ts';

/** CSP#allow-all-inline, of the directive that governs inline script: the one that governs a script element. */
export function stopsInlineScript(policy: Policy): boolean {
  const found = deciding(policy, script);
  if (found === null) return false;
  const sources = found.sources.map((one) => one.toLowerCase());
  return (
    !sources.includes("'unsafe-inline'") ||
    sources.some((one) => one === "'strict-dynamic'" || /^'(nonce|sha\d+)-/.test(one))
  );
}

/** CSP#can-compile-strings: whether the policy stops `eval()` and `new Function()`. */
export function stopsEval({ directives }: Policy): boolean {
  const sources = directives.get('script-src') ?? directives.get('default-src');
  return sources !== undefined && !sources.some((one) => one.toLowerCase() === "'unsafe-eval'");
}
