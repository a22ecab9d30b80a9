import { UserError } from '../../errors.ts';
import { parseSerializedPolicy } from '../../spec/explain.ts';
import { policiesOf } from '../agent-loads.ts';
import type { PlannedScenario } from '../plan.ts';
import { stopsEval, stopsInlineScript } from '../stops-script.ts';

const scripts = {
  eval: { stops: stopsEval, keyword: "'unsafe-eval'", what: 'eval()' },
  inline: { stops: stopsInlineScript, keyword: "'unsafe-inline'", what: 'javascript: URLs' },
};

/** A policy of a creator that stops the script by which it makes its child would leave nothing to see: reject it before anything runs. */
export function checkCreators({ documents, file, scenario }: PlannedScenario): void {
  for (const [index, document] of documents.entries()) {
    const { name, runs } = document.context;
    if (runs === undefined) continue;
    const { stops, keyword, what } = scripts[runs];
    const stopped = policiesOf(document).find(
      ({ of, text, source }) => of === 'creator' && stops(parseSerializedPolicy(text, source, 'enforce')),
    );
    if (stopped === undefined) continue;
    throw new UserError(
      `${file}: scenario "${scenario.id}", document ${index + 1}: the policy "${stopped.text}" stops ${what}, with which a ${name} is made`,
      `Add ${keyword} to its script-src, or take another context.`,
    );
  }
}
