import type { Explanation, Step, Violation } from '../spec/explain.ts';

/** An explanation for a terminal: the verdict and what comes of it, then the steps, each on a line of its own. */
export function explanationText(explanation: Explanation, width: number): string {
  const anchorWidth = Math.max(...explanation.steps.map(({ anchor }) => anchor.length));
  const lines = [
    verdictLine(explanation),
    ...consequences(explanation).map((line) => `  ${line}`),
    '',
    'Steps',
    ...explanation.steps.map((step) => `  ${stepLine(step, anchorWidth)}`),
  ];
  return `${lines.map((line) => cut(printable(line), width)).join('\n')}\n`;
}

function verdictLine({ verdict, by, directive, matched, blockedAtHop }: Explanation): string {
  if (directive === null) return `${verdict}: no directive governs this connection`;
  if (matched !== null) return `${verdict} by ${directive}: ${matched} matches`;
  if (by !== 'csp') return verdict;
  const when = blockedAtHop === 0 ? 'before anything leaves' : `after ${blockedAtHop} redirect(s)`;
  return `${verdict} by ${directive}, ${when}`;
}

function consequences({
  contacted,
  alsoBlockedBy,
  disputed,
  otherReading,
  violations,
}: Explanation): string[] {
  return [
    ...contacted.map((url) => `leaves: ${url}`),
    ...alsoBlockedBy.map((reason) => `fails all the same: ${reason}`),
    ...disputed.map((id) => `disputed: ${id}; as browsers read it, ${otherReading}`),
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
