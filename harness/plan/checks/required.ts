import { UserError } from '../../errors.ts';
import type { PlannedScenario } from '../plan.ts';

/** A frame requires one policy of its document, and none that reports (CSPEE#csp-attribute); reject others before anything runs. */
export function checkRequired({ documents, file, scenario }: PlannedScenario): void {
  const where = `${file}: scenario "${scenario.id}"`;
  for (const { context, policy, reports } of documents.filter(({ context }) => context.required)) {
    if (policy.length > 1)
      throw new UserError(
        `${where}: a ${context.name} has ${policy.length} policies, and the attribute csp carries one`,
        'Write them as documents of their own.',
      );
    if (reports !== null || policy.some((text) => /(^|;)\s*report-(uri|to)\s/i.test(text)))
      throw new UserError(
        `${where}: a ${context.name} reports, and the attribute csp takes no policy with report-uri or report-to`,
        'Leave the reports out, or name the context "frame".',
      );
  }
}
