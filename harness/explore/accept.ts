import { UserError } from '../errors.ts';
import type { Reproductions } from '../expectations/reproductions-file.ts';
import type { Scenario } from '../plan/scenario.ts';
import type { Discovery, Exploration } from './explore.ts';
import { scenarioOf } from './write.ts';

/** What a discovery becomes when it is accepted: a scenario of the corpus, and a cause that explains its cases. */
export interface Accepted {
  file: { scenarios: Scenario[] };
  /** The file of the causes that it belongs to: an engine's, or the one of causes of several. */
  causes: string;
  /** An entry of that file. */
  cause: {
    id: string;
    facet: string;
    scenarios: string;
    observed: string;
    cause: string;
    since: Record<string, { version: string; date: string }>;
    links: [];
    lookedUp: null;
  };
}

/**
 * @param found what `explore` wrote
 * @param id the name of the discovery
 * @param sentence why the browser does so
 * @param date the day, as 2026-11-24
 * @throws UserError where there is no such discovery, or it is no deviation from the specification
 */
export function accept(found: Exploration, id: string, sentence: string, date: string): Accepted {
  const discovery = discoveryOf(found, id);
  const { deviation, browsers } = discovery;
  if (deviation === undefined)
    throw new UserError(
      `${id} is no deviation from the specification: ${discovery.says}.`,
      'Look at the oracle first: it may be wrong, or the point may be disputed.',
    );
  const [only, ...others] = Object.keys(browsers);
  return {
    file: scenarioOf(discovery),
    causes: others.length === 0 ? (only as string) : 'shared',
    cause: {
      id,
      facet: deviation.facet,
      scenarios: `^${id}$`,
      observed: `^${deviation.line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`,
      cause: sentence,
      since: Object.fromEntries(Object.entries(browsers).map(([name, version]) => [name, { version, date }])),
      links: [],
      lookedUp: null,
    },
  };
}

/**
 * What a discovery becomes when it is a recorded cause in other words: an entry for each of its browsers.
 *
 * @param causesOf the causes that are recorded of a browser
 * @throws UserError where there is no such discovery, or the cause is not recorded of one of its browsers
 */
export function acceptAs(
  found: Exploration,
  id: string,
  cause: string,
  causesOf: (browser: string) => readonly string[],
): Reproductions {
  const { browsers, says, document } = discoveryOf(found, id);
  return Object.entries(browsers).map(([browser, version]) => {
    if (!causesOf(browser).includes(cause))
      throw new UserError(
        `--as: no cause "${cause}" is recorded of ${browser}`,
        `They are in scenarios/expectations/known-deviations/${browser}.json.`,
      );
    return { cause, browser, version, says, document };
  });
}

function discoveryOf(found: Exploration, id: string): Discovery {
  const discovery = found.discoveries.find((one) => one.id === id);
  if (discovery !== undefined) return discovery;
  const ids = found.discoveries.map((one) => one.id);
  throw new UserError(
    `No discovery is called ${id}.`,
    ids.length === 0 ? 'This exploration found nothing new.' : `There are: ${ids.join(', ')}.`,
  );
}
