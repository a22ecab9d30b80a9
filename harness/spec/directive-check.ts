import type { Check } from './answers.ts';
import { connectSrcPostRequest } from './connect-src-post-request.ts';
import { connectSrcPreRequest } from './connect-src-pre-request.ts';
import { effectiveDirective } from './effective-directive.ts';
import type { Evaluation } from './evaluation.ts';
import { matchUrlToSourceList } from './match-url-to-source-list.ts';
import type { Policy } from './policy.ts';
import { currentUrlOf, type FetchRequest } from './request.ts';
import { shouldDirectiveExecute } from './should-execute.ts';
import type { Origin, UrlRecord } from './url-record.ts';

/** All that a directive's check is given. `response` is the response's URL, absent in the pre-request check. */
export interface CheckInput {
  readonly request: FetchRequest;
  readonly response?: UrlRecord;
  readonly policy: Policy;
  readonly selfOrigin: Origin;
}

/**
 * Runs the pre- or post-request check of one directive of a policy; null where it does not execute.
 *
 * `connect-src` is checked in full. Every other fetch directive has the same check, of URLs against its list;
 * what scripts and styles add to it (nonces, hashes, 'strict-dynamic') needs the element, and is left out.
 */
export function checkDirective(
  directive: string,
  value: readonly string[],
  input: CheckInput,
  run: Evaluation,
): Check | null {
  const { request, response, policy } = input;
  const name = effectiveDirective(request);
  // Steps 1 and 2 of every fetch directive's check.
  if (!shouldDirectiveExecute(name, directive, policy)) return null;
  if (name !== directive) {
    run.step(
      'CSP#should-directive-execute',
      `${directive} for ${name}`,
      null,
      'Yes: the policy has none closer',
    );
  }
  // Step 3 of default-src's check: It does as the directive does that it stands in for.
  if (directive === 'default-src') {
    const anchor = response === undefined ? 'CSP#default-src-pre-request' : 'CSP#default-src-post-request';
    run.step(anchor, `checks as ${name}`, value.join(' '), 'with the list of default-src');
  }
  if (name === 'connect-src') {
    return response === undefined
      ? connectSrcPreRequest(request, value, input.selfOrigin, run)
      : connectSrcPostRequest(request, response, value, input.selfOrigin, run);
  }
  const url = response ?? currentUrlOf(request);
  const matched = matchUrlToSourceList(url, value, input.selfOrigin, request.redirectCount, run);
  run.step(
    'CSP#directives-fetch',
    `${name} check`,
    value.join(' '),
    matched === null ? 'Blocked' : 'Allowed',
  );
  return { matched };
}
