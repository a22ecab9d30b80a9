import type { Evaluation } from './evaluation.ts';
import type { Disposition, Policy } from './policy.ts';

/**
 * Parses one serialized policy, CSP#parse-serialized-policy.
 *
 * Takes the text (a byte of 0x80 or more is a code point of the same number, hence not ASCII). Never fails: what
 * cannot be read is left out, and a policy with no directives is a valid result. `run` records what is dropped.
 */
export function parseSerializedPolicy(
  serialized: string,
  source: Policy['source'],
  disposition: Disposition,
  run?: Evaluation,
): Policy {
  const directives = new Map<string, readonly string[]>();
  // Step 3: For each token, strictly splitting on ";".
  for (const token of serialized.split(';')) {
    // Steps 3.1 and 3.2: nothing but whitespace, or any code point that is not ASCII: the whole directive is dropped.
    if (/\P{ASCII}/u.test(token)) {
      run?.step('CSP#parse-serialized-policy', 'directive', token, 'not ASCII: dropped');
      continue;
    }
    // Steps 3.3 and 3.6. Read literally, step 6 keeps the name in the value; that is an editorial slip.
    const [name, ...value] = splitOnAsciiWhitespace(token);
    if (name === undefined) continue;
    // Step 3.4: Names are case-insensitive.
    const directiveName = name.toLowerCase();
    // Step 3.5: The first of several directives of one name counts.
    if (directives.has(directiveName)) {
      run?.step('CSP#parse-serialized-policy', 'directive', token, 'not the first of its name: dropped');
      continue;
    }
    // Steps 3.7 and 3.8: The value is a set, so a token that comes twice is there once.
    directives.set(directiveName, [...new Set(value)]);
  }
  return { directives, source, disposition };
}

/** Splits on TAB, LF, FF, CR and SPACE, which are the whole of ASCII whitespace, and drops empty items. */
function splitOnAsciiWhitespace(token: string): string[] {
  return token.split(/[\t\n\f\r ]+/).filter((item) => item !== '');
}
