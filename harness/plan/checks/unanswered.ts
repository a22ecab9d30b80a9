import { UserError } from '../../errors.ts';
import { parseSerializedPolicy } from '../../spec/parse-serialized-policy.ts';
import { everyDelivery } from '../delivery.ts';
import type { PlannedScenario } from '../plan.ts';

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
    const texts = everyDelivery(one.document).flatMap(({ policy, reportOnly, meta }) =>
      [policy, reportOnly, meta].flat(),
    );
    if (directive !== undefined && texts.some((text) => hasDirective(text, directive)))
      throw new UserError(
        `${where}: the specification’s answer on ${name} is not computed under the directive ${directive}`,
        'Leave out the directive, or the mechanism.',
      );
  }
}

/** A header line may hold several policies. */
const hasDirective = (text: string, directive: string): boolean =>
  text.split(',').some((one) => parseSerializedPolicy(one, 'header', 'enforce').directives.has(directive));
