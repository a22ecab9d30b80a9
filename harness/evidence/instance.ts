import type { Mechanism } from '../mechanisms/mechanism.ts';
import type { PlannedCase, PlannedDocument, PlannedScenario, PlannedTarget } from '../plan/plan.ts';

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

/** Whether a connection needs a document of its own, so that its violation events can be told from others'. */
function alone({ mechanism, target }: Connection): boolean {
  return mechanism.isolated === true || target.redirects.length > 0 || !/^(https?|wss?):/.test(target.url);
}

/** The documents to open for the cases of a scenario. */
export function caseInstances(scenario: PlannedScenario): Instance[] {
  return scenario.documents.flatMap((document) =>
    split(document, scenario.cases.filter((one) => one.document === document).map(connection), false),
  );
}

const connection = ({ id, mechanism, target }: PlannedCase): Connection => ({ id, mechanism, target });

/** Puts the connections that can share a document in one, and each of the others in its own. */
export function split(
  document: PlannedDocument,
  connections: readonly Connection[],
  detect: boolean,
): Instance[] {
  const together = connections.filter((one) => !alone(one));
  const apart = connections.filter(alone).map((one, index) => ({
    id: `${document.id}-${index + 1}`,
    document,
    connections: [one],
    detect,
  }));
  return together.length === 0
    ? apart
    : [{ id: document.id, document, connections: together, detect }, ...apart];
}
