import { UserError } from '../../errors.ts';
import { explain } from '../../spec/explain.ts';
import { deliversAllowlist } from '../delivery.ts';
import type { PlannedScenario } from '../plan.ts';
import { plainQuestionOf, questionOf } from '../question.ts';

/**
 * What cannot be told of a document with a Connection-Allowlist: a pattern that looks at the query, in which the servers' marks
 * are, and `report-uri`, whose reports are requests that the allowlist governs itself. Both are rejected before anything runs.
 */
export function checkAllowlists({ cases, documents, file, scenario }: PlannedScenario): void {
  const where = `${file}: scenario "${scenario.id}"`;
  if (documents.some((document) => document.reports === 'report-uri' && deliversAllowlist(document)))
    throw new UserError(
      `${where}: "reports" by report-uri beside a Connection-Allowlist, which governs those reports too`,
      'Write "reports": "report-to".',
    );
  const moved = cases
    .filter(({ document }) => deliversAllowlist(document))
    .find((one) => explain(plainQuestionOf(one)).verdict !== explain(questionOf(one)).verdict);
  if (moved !== undefined)
    throw new UserError(
      `${where}: a pattern of its Connection-Allowlist looks at the query of ${moved.target.url}, in which the marks of the servers are`,
      'Write the pattern without a query: it then matches any.',
    );
}
