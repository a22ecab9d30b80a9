import type { Evaluation } from './evaluation.ts';
import { parseSourceExpression } from './source-expression.ts';

/**
 * The first of the expressions that stand for every hash of a request's integrity metadata, or null,
 * CSP#match-integrity-metadata-to-source-list. Whether the response has such a hash, Subresource Integrity sees to.
 *
 * @param integrity the request's integrity metadata; empty where it has none
 */
export function matchIntegrityToSourceList(
  integrity: string,
  sourceList: readonly string[],
  run: Evaluation,
): string | null {
  // Step 2.
  const expressions = sourceList.flatMap((token) => {
    const expression = parseSourceExpression(token);
    return expression.kind === 'hash' ? [{ token, hash: hashOf(expression) }] : [];
  });
  // Steps 3 to 5.
  const sources = parseMetadata(integrity);
  if (expressions.length === 0 || sources.length === 0) return null;
  // Step 6: Each hash has to be listed.
  const matched = sources.map((source) => expressions.find(({ hash }) => hash === source));
  const all = !matched.includes(undefined);
  run.step(
    'CSP#match-integrity-metadata-to-source-list',
    'integrity metadata',
    sources.join(' '),
    all ? 'Matches' : 'Does Not Match',
  );
  return (all && matched[0]?.token) || null;
}

/** An algorithm's name counts in any case, a hash as it stands. */
const hashOf = ({ algorithm, value }: { algorithm: string; value: string }): string =>
  `${algorithm.toLowerCase()}-${value}`;

/** The hashes of integrity metadata, by the algorithms that the text of Subresource Integrity knows; options are left out. */
function parseMetadata(integrity: string): string[] {
  return integrity.split(/[\t\n\f\r ]+/).flatMap((token) => {
    const [, algorithm, value] = /^(sha256|sha384|sha512)-([^?]+)/i.exec(token) ?? [];
    return algorithm === undefined || value === undefined ? [] : [hashOf({ algorithm, value })];
  });
}
