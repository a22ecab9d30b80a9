import { type Advice, advise, changed } from '../../advice/advise.ts';
import { plainQuestionOf } from '../../plan/question.ts';
import type { Delivered, Question } from '../../spec/explain.ts';
import type { AskedDocument } from './asked.ts';
import type { PlannedConnection } from './plan-question.ts';

/** What there is to know of a planned connection, with the page as it was written. */
export const adviceOn = (planned: PlannedConnection): Advice[] => advise(questionAbout(planned));

/**
 * The document after the change of an advice, with this connection alone. It is tried in a frame where the user asked for
 * a page: a frame takes less time to open, and its own policies decide there in the same way.
 */
export function documentAfter(
  planned: PlannedConnection,
  change: NonNullable<Advice['change']>,
): AskedDocument {
  const { document, asked, one } = planned;
  const after = changed(questionAbout(planned), change);
  const inherits = one.document.context.created && one.document.context.own === undefined;
  const at: Delivered = inherits ? (after.creator ?? after) : after;
  return {
    ...document,
    context: document.context === 'document' ? 'frame' : document.context,
    policy: list(at.policy),
    reportOnly: list(at.reportOnly),
    meta: [...(inherits ? list(after.creator?.meta) : []), ...list(after.meta)],
    connections: [asked],
  };
}

function questionAbout({ one, document }: PlannedConnection): Question {
  const question = plainQuestionOf(one);
  return one.document.context.created ? question : { ...question, self: document.page };
}

const list = (value: Delivered['policy'] | Delivered['meta']): string[] =>
  (value === undefined ? [] : [value].flat()).map((one) => (typeof one === 'string' ? one : one.content));
