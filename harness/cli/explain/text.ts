import { adviceLines } from '../../advice/advice-text.ts';
import type { Advice } from '../../advice/advise.ts';
import type { ReportedViolation } from '../../advice/violation.ts';
import type { Explanation, Step, Violation } from '../../spec/explain.ts';

/** An explanation for a terminal: the verdict and what comes of it, the advice, then the steps, a line each. */
export function explanationLines(
  explanation: Explanation,
  advice: readonly Advice[],
  width: number,
): string[] {
  const anchorWidth = Math.max(...explanation.steps.map(({ anchor }) => anchor.length));
  return [
    verdictLine(explanation),
    ...consequences(explanation).map((line) => `  ${line}`),
    '',
    ...(advice.length === 0 ? [] : ['Advice', ...adviceLines(advice, width).map((line) => `  ${line}`), '']),
    'Steps',
    ...explanation.steps.map((step) => `  ${stepLine(step, anchorWidth)}`),
  ];
}

/** What a violation tells, for a terminal. */
export function violationLines(
  { violation, advice }: { violation: ReportedViolation; advice: readonly Advice[] },
  width: number,
): string[] {
  const { effectiveDirective, blockedURI } = violation;
  return [`${effectiveDirective}: ${blockedURI}`, ...adviceLines(advice, width).map((line) => `  ${line}`)];
}

/** Lines as they are printed: nothing in them acts on the terminal, and none is longer than it is wide. */
export const textOf = (lines: readonly string[], width: number): string =>
  `${lines.map((line) => (isPolicy(line) ? printable(line) : cut(printable(line), width))).join('\n')}\n`;

/** A policy is there to be copied, and is not cut. */
const isPolicy = (line: string): boolean => /^ {4,}(Content-Security-Policy|<meta )/.test(line);

function verdictLine({ verdict, by, directive, matched, blockedAtHop }: Explanation): string {
  if (by === 'url') return `${verdict}: the URL is refused before any policy is asked`;
  if (by === 'connection-allowlist') return `${verdict} by Connection-Allowlist, ${whenOf(blockedAtHop)}`;
  if (directive === null) return `${verdict}: no directive governs this connection`;
  if (matched !== null) return `${verdict} by ${directive}: ${matched} matches`;
  if (by !== 'csp') return verdict;
  return `${verdict} by ${directive}, ${whenOf(blockedAtHop)}`;
}

const whenOf = (hop: number | null): string =>
  hop === 0 ? 'before anything leaves' : `after ${hop} redirect(s)`;

function consequences({
  contacted,
  alsoBlockedBy,
  disputed,
  otherReading,
  underHsts,
  violations,
}: Explanation): string[] {
  return [
    ...contacted.map((url) => `leaves: ${url}`),
    ...alsoBlockedBy.map((reason) => `fails all the same: ${reason}`),
    ...disputed.map((id) => `disputed: ${id}; as browsers read it, ${otherReading}`),
    ...(underHsts === undefined ? [] : [`under HSTS: ${underHsts}, where http: URLs become https: ones`]),
    ...violations.map(violationLine),
  ];
}

function violationLine(violation: Violation): string {
  const { disposition, effectiveDirective, blockedURI, target, atLeastOnce, optional } = violation;
  const often = `${optional ? ', perhaps' : ''}${atLeastOnce ? ', once or more' : ''}`;
  return `violation: ${effectiveDirective} (${disposition}) blocked ${blockedURI}, at the ${target}${often}`;
}

function stepLine({ anchor, what, operands, outcome }: Step, anchorWidth: number): string {
  return `${anchor.padEnd(anchorWidth)} ${what}${operands === undefined ? '' : ` (${operands})`}: ${outcome}`;
}

/** Control characters of a policy must not reach the terminal. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

function cut(line: string, width: number): string {
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}
