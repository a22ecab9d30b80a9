import { browsersFromEnvironment } from '../engines/find.ts';
import { deviatingFacets, urlChain } from '../results/case-text.ts';
import { rerunCommand } from '../results/rerun-command.ts';
import type { Results } from '../results/schema.ts';
import { failingIn } from '../results/verdict.ts';
import { visible } from '../results/visible.ts';

const SHOWN = 12;

/**
 * What is wrong in these results: for each case what was expected, what was seen, and the command that runs it alone.
 * Null when all is as recorded.
 */
export function failureText(results: Results): string | null {
  const failing = failingIn(results);
  if (failing.length === 0) return null;
  const shown = failing.slice(0, SHOWN).map((one) => caseText(one, results.corpus));
  const rest = failing.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more; the report has them all.`] : [])].join('\n\n');
}

function caseText(
  { one, browser, seen }: ReturnType<typeof failingIn<Results['cases'][number]>>[number],
  corpus: Results['corpus'],
): string {
  const lines = [
    `${seen.status}: ${one.id}`,
    `  ${one.mechanism} to ${urlChain(one)}`,
    `  expected ${one.expected}, specification ${one.spec.verdict}, observed ${seen.verdict}. ${seen.reason}`,
    ...deviatingFacets(seen).map((line) => `  ${line}`),
    `  alone: ${rerunCommand(one.scenario, browser, corpus, placeOf(browser))}`,
  ];
  return visible(lines.join('\n'));
}

/** Where the environment says that a browser is. A report tells of no machine's folders, a terminal of its own may. */
function placeOf(browser: string): string | undefined {
  const choice = browsersFromEnvironment().get(browser);
  return choice?.executablePath ?? choice?.driverPath ?? choice?.remoteUrl;
}
