import { parseSerializedPolicy } from '../spec/explain.ts';
import { fallbackList } from '../spec/fallback-list.ts';
import { parseSourceExpression } from '../spec/source-expression.ts';

const noSpace = /[^\t\n\f\r ]+/g;

/** The directives of a policy's text, by their names. */
export const directivesOf = (policy: string) => parseSerializedPolicy(policy, 'header', 'enforce').directives;

/** The policies that header lines give, as text: every comma starts one, and those without directives are dropped. */
export function piecesOf(lines: string | readonly string[] | undefined): string[] {
  if (lines === undefined) return [];
  return [lines]
    .flat()
    .join(',')
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => directivesOf(piece).size > 0);
}

/** The directive of a policy that is asked about requests of another directive: that one itself, or what stands in. */
export function governing(policy: string, effective: string): string | null {
  const directives = directivesOf(policy);
  const list = fallbackList(effective);
  return (list.length === 0 ? [effective] : list).find((name) => directives.has(name)) ?? null;
}

/** The value of a directive, as its set of tokens; empty where the policy has none of that name. */
export const sourceList = (policy: string, directive: string): readonly string[] =>
  directivesOf(policy).get(directive) ?? [];

/** Whether a token of a source list can match any URL. */
export function canMatch(token: string): boolean {
  const expression = parseSourceExpression(token);
  return expression.kind === 'keyword'
    ? expression.keyword === "'self'"
    : ['wildcard', 'scheme', 'host'].includes(expression.kind);
}

/**
 * The value that a directive must have which takes the place of `default-src`: what that had, and more. For `connect-src`
 * without the sources that can match no URL, for there they say nothing.
 */
export function valueInPlaceOf(policy: string, fallback: string, directive: string, add: string): string {
  const before = sourceList(policy, fallback).filter((token) => token.toLowerCase() !== "'none'");
  const kept = directive === 'connect-src' ? before.filter(canMatch) : before;
  return [...new Set([...kept, ...add.split(' ')])].join(' ');
}

/**
 * Adds sources to a directive of a policy, and leaves the rest of its text as it is. A directive that is not there is put
 * at the end; a lone `'none'` makes way.
 */
export function addSources(policy: string, directive: string, add: string): string {
  const parts = policy.split(';');
  const at = parts.findIndex((part) => nameOf(part) === directive);
  if (at < 0) {
    const before = policy.trim().replace(/;$/, '').trimEnd();
    return before === '' ? `${directive} ${add}` : `${before}; ${directive} ${add}`;
  }
  const part = parts[at] as string;
  const [name, ...value] = part.match(noSpace) ?? [];
  const none = value.every((token) => token.toLowerCase() === "'none'");
  const start = part.slice(0, part.length - part.trimStart().length);
  const end = part.slice(part.trimEnd().length);
  parts[at] = `${start}${none ? name : part.trim()} ${add}${end}`;
  return parts.join(';');
}

/** The name of a directive, or null where the parser drops it: it is empty, or holds a character outside ASCII. */
function nameOf(part: string): string | null {
  if (/\P{ASCII}/u.test(part)) return null;
  return part.match(noSpace)?.[0]?.toLowerCase() ?? null;
}
