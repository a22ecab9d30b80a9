import { UserError } from '../../errors.ts';
import { parseSerializedPolicy } from '../../spec/explain.ts';
import { type Governing, policiesOf } from '../agent-loads.ts';
import { delivery } from '../delivery.ts';
import { metaPlacements } from '../meta-placements.ts';
import type { PlannedDocument, PlannedScenario } from '../plan.ts';
import { stopsInlineScript } from '../stops-script.ts';

/** A policy that stops the script which moves a meta would leave the meta where it was: reject it before anything runs. */
export function checkMetas({ documents, file, scenario }: PlannedScenario): void {
  for (const [index, document] of documents.entries()) {
    if (metaPlacements[document.metaPlacement].script === undefined) continue;
    const stopped = stopping(document);
    if (stopped === undefined) continue;
    throw new UserError(
      `${file}: scenario "${scenario.id}", document ${index + 1}: the policy "${stopped}" stops the inline script that a meta with metaPlacement "${document.metaPlacement}" needs`,
      "Add 'unsafe-inline' to its script-src, or leave metaPlacement out.",
    );
  }
}

/** The first policy under which a document or its creator runs such script, and that stops it. */
function stopping(document: PlannedDocument): string | undefined {
  const { context, metaPlacement } = document;
  const { own, creator } = delivery(document);
  const moves = { own: own.meta.length > 0, creator: (creator?.meta.length ?? 0) > 0 };
  const inherits = context.created && context.own === undefined;
  const governs = ({ of, source }: Governing) =>
    (moves[of] && (source === 'header' || metaPlacements[metaPlacement].script === 'changes')) ||
    (of === 'creator' && inherits && moves.own);
  return policiesOf(document)
    .filter(governs)
    .flatMap(({ text }) => text.split(','))
    .find((text) => stopsInlineScript(parseSerializedPolicy(text, 'header', 'enforce')));
}
