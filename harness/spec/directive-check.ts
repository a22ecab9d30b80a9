import type { Check } from './answers.ts';
import type { CheckInput } from './check-input.ts';
import { connectSrcPostRequest } from './connect-src-post-request.ts';
import { connectSrcPreRequest } from './connect-src-pre-request.ts';
import { effectiveDirective } from './effective-directive.ts';
import type { Evaluation } from './evaluation.ts';
import { matchNonceToSourceList } from './match-nonce.ts';
import { matchUrlToSourceList } from './match-url-to-source-list.ts';
import { currentUrlOf } from './request.ts';
import { checkScript } from './script-directives.ts';
import { shouldDirectiveExecute } from './should-execute.ts';

/**
 * Runs the pre- or post-request check of one directive of a policy; null where it does not execute.
 *
 * Every fetch directive checks URLs against its list; connect-src, and those of scripts and styles, have more to ask.
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
  // What only stands in for others, does as they do.
  const checksAs = directive === 'default-src' || directive === 'child-src' ? name : directive;
  if (checksAs === 'script-src' || checksAs === 'script-src-elem') return checkScript(input, value, run);
  const trusted = /^style-src(-elem)?$/.test(checksAs ?? '')
    ? matchNonceToSourceList(request.nonce, value, run)
    : null;
  const url = response ?? currentUrlOf(request);
  const matched = trusted ?? matchUrlToSourceList(url, value, input.selfOrigin, request.redirectCount, run);
  run.step(
    'CSP#directives-fetch',
    `${name} check`,
    value.join(' '),
    matched === null ? 'Blocked' : 'Allowed',
  );
  return { matched };
}
