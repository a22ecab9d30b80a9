import type { Evaluation } from './evaluation.ts';
import { summarize } from './parse-response-policies.ts';
import { parseSerializedPolicy } from './parse-serialized-policy.ts';
import type { Policy } from './policy.ts';

/** A `<meta>` element: its content alone stands for one in `head` with `http-equiv="Content-Security-Policy"`. */
export type MetaElement = string | { content: string; parent?: string; httpEquiv?: string };

/** Directives that have no effect in a `<meta>` element. */
const notInMeta = ['report-uri', 'frame-ancestors', 'sandbox'];

/**
 * The policy of a `<meta>` element, CSP#meta-element and HTML#attr-meta-http-equiv-content-security-policy;
 * null where the element adds none.
 */
export function policyOfMetaElement(element: MetaElement, run: Evaluation): Policy | null {
  const {
    content,
    parent = 'head',
    httpEquiv = 'Content-Security-Policy',
  } = typeof element === 'string' ? { content: element } : element;
  // The pragma is matched ASCII case-insensitively, and there is none for report-only.
  if (httpEquiv.toLowerCase() !== 'content-security-policy') {
    run.step('CSP#meta-element', 'http-equiv', httpEquiv, 'not a policy: ignored');
    return null;
  }
  // Step 1: Only a child of head counts.
  if (parent.toLowerCase() !== 'head') {
    run.step('CSP#meta-element', 'parent of the element', parent, 'not head: ignored');
    return null;
  }
  // Steps 2 and 3: The content is one policy; a comma does not separate (html#5102 is open about it).
  const parsed = parseSerializedPolicy(content, 'meta', 'enforce', run);
  // Step 4: Remove what a meta element cannot say.
  const directives = new Map([...parsed.directives].filter(([name]) => !notInMeta.includes(name)));
  const policy = { ...parsed, directives };
  run.step('CSP#meta-element', 'policy from a meta element', content, summarize(policy));
  return directives.size > 0 ? policy : null;
}
