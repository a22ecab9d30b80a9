import type { Mechanism } from '../catalogue/mechanism.ts';
import { isNetworkUrl } from '../plan/address.ts';
import { everyDelivery } from '../plan/delivery.ts';
import { metaPlacements } from '../plan/meta-placements.ts';
import {
  type PlannedCase,
  type PlannedDocument,
  type PlannedScenario,
  type PlannedTarget,
  urlsOf,
} from '../plan/plan.ts';

/** One connection of a document as it is opened: a case, or a control. */
export interface Connection {
  id: string;
  mechanism: Mechanism;
  target: PlannedTarget;
}

/** A document as it is opened: all of a planned document's connections, or the one that has to be alone. */
export interface Instance {
  id: string;
  document: PlannedDocument;
  connections: Connection[];
  /** Ask for each mechanism whether the browser has it. */
  detect: boolean;
}

/** Whether a connection needs a document of its own because of what it does there. */
export const isolated = ({ mechanism }: Connection): boolean => mechanism.isolated === true;

/** Whether it goes to a local URL, at once or after a redirect: its violation events carry none, by which they could be told from others'. */
const goesLocal = ({ target }: Connection): boolean => !urlsOf(target).every(isNetworkUrl);

/**
 * Whether it is redirected, so that its violation events may name another URL than the one it was opened with, or the origin of
 * one. Browsers name one of its URLs, and each of them carries the marks of its case; where an event is heard that names none,
 * such connections are opened again, each in a document of its own.
 */
export const isRedirected = ({ target }: Pick<Connection, 'target'>): boolean => target.redirects.length > 0;

/** Whether its redirect is held back until its document is gone: others beside it might leave it no socket to be sent on. */
const outlives = (one: Connection, { context }: PlannedDocument): boolean =>
  context.leaves === true && isRedirected(one);

/**
 * Whether its hyperlink leads away. WebKit upgrades a hyperlink from an http: document to a fragment of itself, no
 * longer takes it for one, and cancels all that the document is loading.
 */
const leadsAway = ({ mechanism }: Connection, document: PlannedDocument): boolean =>
  mechanism.followsHyperlink === true && document.page.startsWith('http:') && upgrades(document);

/**
 * Whether a document or its creator upgrades requests. In WebKit that outlives the document: what comes after it in the same
 * page has the frames of its own host upgraded as well, so that an http: document is asked for over https:.
 */
export const upgrades = (document: PlannedDocument): boolean =>
  everyDelivery(document)
    .flatMap(({ policy, meta }) => [...policy, ...meta])
    .some((text) => text.includes('upgrade-insecure-requests'));

/**
 * Whether a connection has to wait until the others are done. A stream or a redirect keeps its socket until script's
 * thread has seen it; where that thread waits for a synchronous connection, and that one for a socket, nothing moves.
 */
const waits = ({ mechanism }: Connection): boolean => mechanism.synchronous === true;

/** The method of elements that the script of a document needs, and not every browser has; null where it needs none. */
export const neededMethod = (document: PlannedDocument): string | null =>
  everyDelivery(document).some(({ meta }) => meta.length > 0)
    ? (metaPlacements[document.metaPlacement].needs ?? null)
    : null;

/** How instances can be opened: many at once, or fewer, as {@link wavesOf} says. */
export type Pacing = 'plain' | 'synchronous' | 'returning';

/** Instances that are opened together. */
export interface Wave {
  pacing: Pacing;
  instances: Instance[];
}

/** How an instance can be opened: script's thread waits for it, or its document is left and come back to. */
function pacingOf({ document, connections }: Instance): Pacing {
  if (document.context.returns) return 'returning';
  return connections.some(waits) ? 'synchronous' : 'plain';
}

/** The instances in the order they have to be opened: a wave after the one before is done. */
export const wavesOf = (instances: readonly Instance[]): Wave[] =>
  (['plain', 'synchronous', 'returning'] as const)
    .map((pacing) => ({ pacing, instances: instances.filter((one) => pacingOf(one) === pacing) }))
    .filter((wave) => wave.instances.length > 0);

/**
 * The documents to open for the cases of a scenario.
 *
 * @param redirectsAlone give each redirected connection a document of its own: the browser's events do not name it
 */
export function caseInstances(scenario: PlannedScenario, redirectsAlone = false): Instance[] {
  return scenario.documents.flatMap((document) =>
    split(
      document,
      scenario.cases.filter((one) => one.document === document).map(connection),
      false,
      (one) =>
        isolated(one) ||
        goesLocal(one) ||
        leadsAway(one, document) ||
        outlives(one, document) ||
        (redirectsAlone && isRedirected(one)),
    ),
  );
}

const connection = ({ id, mechanism, target }: PlannedCase): Connection => ({ id, mechanism, target });

/** Puts the connections that can share a document in one, those that have to wait in another, and each of the rest in its own. */
export function split(
  document: PlannedDocument,
  connections: readonly Connection[],
  detect: boolean,
  alone: (one: Connection) => boolean,
): Instance[] {
  const instance = (connections: Connection[], id = document.id): Instance => ({
    id,
    document,
    connections,
    detect,
  });
  const together = connections.filter((one) => !alone(one));
  const shared = [
    instance(together.filter((one) => !waits(one))),
    instance(together.filter(waits), `${document.id}-synchronous`),
  ].filter(({ connections }) => connections.length > 0);
  const apart = connections.filter(alone).map((one, index) => instance([one], `${document.id}-${index + 1}`));
  return [...shared, ...apart];
}

/** The same instance under another id, with those of its connections that are asked for; nothing where none is. */
export function again(instance: Instance, asked: (one: Connection) => boolean = () => true): Instance[] {
  const connections = instance.connections.filter(asked).map((one) => ({ ...one, id: againId(one.id) }));
  return connections.length === 0 ? [] : [{ ...instance, id: againId(instance.id), connections }];
}

/** The id of what is opened once more. */
export const againId = (id: string): string => `${id}-again`;
