import { validateHeaderValue } from 'node:http';
import { UserError } from '../errors.ts';
import { headerValue } from './delivery.ts';
import type { PlannedScenario } from './plan.ts';

/** A policy that no header can carry could not be served: reject it before anything runs. */
export function checkHeaders({ documents, file, scenario }: PlannedScenario): void {
  for (const [index, { policy, reportOnly, creator }] of documents.entries()) {
    const sent = [...policy, ...reportOnly, ...(creator?.policy ?? []), ...(creator?.reportOnly ?? [])];
    const bad = sent.find((text) => !fits(text));
    if (bad !== undefined)
      throw new UserError(
        `${file}: scenario "${scenario.id}", document ${index + 1}: the policy ${JSON.stringify(bad)} holds a control character, which no header can carry`,
        'Write it on one line; in YAML, "policy: >-" joins several, while "policy: |" ends in a line break.',
      );
  }
}

function fits(policy: string): boolean {
  try {
    validateHeaderValue('Content-Security-Policy', headerValue(policy));
    return true;
  } catch {
    return false;
  }
}
