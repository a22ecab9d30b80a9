import type { Evaluation } from './evaluation.ts';
import { matchUrlToSourceExpression } from './match-url-to-source-expression.ts';
import type { Origin, UrlRecord } from './url-record.ts';

/**
 * Matches a URL against a source list, CSP#match-url-to-source-list.
 * Gives the first expression that matches, or null.
 */
export function matchUrlToSourceList(
  url: UrlRecord,
  sourceList: readonly string[],
  origin: Origin,
  redirectCount: number,
  run: Evaluation,
): string | null {
  const [first, ...others] = sourceList;
  // Step 2: An empty list matches nothing.
  if (first === undefined) {
    run.step('CSP#match-url-to-source-list', 'empty source list', null, 'Does Not Match');
    return null;
  }
  // Step 3: 'none' alone matches nothing; beside others it is one more expression that matches nothing.
  if (others.length === 0 && first.toLowerCase() === "'none'") {
    run.step('CSP#match-url-to-source-list', "the list is 'none'", null, 'Does Not Match');
    return null;
  }
  // Step 4.
  for (const expression of sourceList) {
    if (matchUrlToSourceExpression(url, expression, origin, redirectCount, run)) return expression;
  }
  // Step 5.
  return null;
}
