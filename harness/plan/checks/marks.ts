import { UserError } from '../../errors.ts';
import { isNetworkUrl } from '../address.ts';
import { type PlannedScenario, urlsOf } from '../plan.ts';

/** The query parameters by which the servers tell whose request arrives, and as which hop. */
export const marks = ['case', 'document', 'run', 'hop'];

/** The servers would take a parameter of the scenario's for their own mark, and the case would have none: reject it. */
export function checkMarks({ cases, file, scenario }: PlannedScenario): void {
  const urls = new Set(cases.flatMap(({ target }) => urlsOf(target)));
  for (const url of [...urls].filter(isNetworkUrl)) {
    const { searchParams } = new URL(url);
    const taken = marks.find((name) => searchParams.has(name));
    if (taken !== undefined)
      throw new UserError(
        `${file}: scenario "${scenario.id}": the servers use the query parameter "${taken}" themselves (${url})`,
        'Give the parameter another name: no policy looks at the query.',
      );
  }
}
