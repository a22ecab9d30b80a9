import path from 'node:path';
import { UserError } from '../../errors.ts';
import { requireReplaceable } from '../../results/our-folder.ts';

/** Where a night reads and writes, as absolute paths. */
export interface Places {
  history: string;
  report: string;
}

/**
 * Resolves the two folders of a night and sees to it, before the run, that they can be replaced as wholes.
 *
 * @throws {UserError} where one is inside the other, for each is replaced on its own; or holds what the harness did not
 *   write; or cannot be written
 */
export function requirePlaces(given: Places): Places {
  const places = { history: path.resolve(given.history), report: path.resolve(given.report) };
  if (isIn(places.history, places.report) || isIn(places.report, places.history))
    throw new UserError(
      `--history ${given.history} and --report ${given.report} are the same folder, or one is inside the other.`,
      'Name two folders side by side: each is replaced as a whole. The report gets a copy of the history.',
    );
  requireReplaceable(places.history);
  requireReplaceable(places.report);
  return places;
}

function isIn(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || (way.split(path.sep)[0] !== '..' && !path.isAbsolute(way));
}
