import { UserError } from '../../errors.ts';
import { parseSerializedPolicy } from '../../spec/parse-serialized-policy.ts';
import { everyDelivery } from '../delivery.ts';
import type { PlannedDocument, PlannedScenario } from '../plan.ts';

/** The oracle would answer another question than the browser is asked: reject it before anything runs. */
export function checkUnanswered({ cases, file, scenario }: PlannedScenario): void {
  const where = `${file}: scenario "${scenario.id}"`;
  for (const one of cases) {
    const { name, unanswered } = one.mechanism;
    if (unanswered === undefined) continue;
    const { directive, redirects } = unanswered;
    if (redirects && one.target.redirects.length > 0)
      throw new UserError(
        `${where}: the specification’s answer on ${name} is not computed where ${one.target.url} is redirected`,
        'Leave out the redirects, or the mechanism.',
      );
    if (directive !== undefined && hasDirective(one.document, directive))
      throw new UserError(
        `${where}: the specification’s answer on ${name} is not computed under the directive ${directive}`,
        'Leave out the directive, or the mechanism.',
      );
  }
}

/** Whether any policy of a document or of its creator has a directive. A header line may hold several policies. */
const hasDirective = (document: PlannedDocument, directive: string): boolean =>
  everyDelivery(document)
    .flatMap(({ policy, reportOnly, meta }) => [policy, reportOnly, meta].flat())
    .flatMap((line) => line.split(','))
    .some((text) => parseSerializedPolicy(text, 'header', 'enforce').directives.has(directive));
