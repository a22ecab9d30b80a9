import type { Advice } from './advice.ts';

/** Lines are broken at this width where the terminal does not say its own. */
const usualWidth = 100;

const headers = {
  policy: 'Content-Security-Policy: ',
  'report-only': 'Content-Security-Policy-Report-Only: ',
  meta: '<meta http-equiv="Content-Security-Policy"> ',
};

/** Advice for a terminal: a sentence or more each, broken at words, and below it the policies after the change. */
export function adviceLines(advice: readonly Advice[], width: number): string[] {
  const columns = Math.min(width, usualWidth);
  return advice.flatMap(({ says, change }) => [
    ...broken(`- ${says}`, columns - 2),
    ...(change?.policies.map((policy) => `    ${headers[change.in]}${policy}`) ?? []),
  ]);
}

/** Breaks a text at spaces; the lines after the first are indented. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length === 0 ? word : `  ${word}`);
  }
  return lines;
}
