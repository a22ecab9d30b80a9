import type { Delivered, MetaElement, Question } from '../spec/explain.ts';
import { asArray } from '../spec/parse-response-policies.ts';
import type { Change, Edit, Place } from './advice.ts';
import { contentOf } from './delivered-policies.ts';
import { addSources, piecesOf } from './policy-text.ts';

/** A question with its policies changed as an advice says. */
export const changed = (question: Question, change: Change): Question =>
  edited(question, [change, ...change.also]);

/** A question with its policies edited. */
export const edited = (question: Question, edits: readonly Edit[]): Question =>
  edits.reduce((before, edit) => editedAt(before, edit, edit.up), question);

/** The change that edits make, at least one. */
export function changeOf(question: Question, [first, ...also]: readonly [Edit, ...Edit[]]): Change {
  const after = edited(question, [first, ...also]);
  return { ...first, policies: policiesAt(after, first), also };
}

function editedAt<T extends Delivered>(delivered: T, edit: Edit, up: number): T {
  if (up > 0) {
    return { ...delivered, creator: editedAt(delivered.creator as Delivered, edit, up - 1) };
  }
  const add = (text: string) => addSources(text, edit.directive, edit.add);
  const replace = <E>(list: readonly E[], by: (one: E) => E) =>
    list.map((one, index) => (index === edit.policy ? by(one) : one));
  if (edit.in === 'policy') return { ...delivered, policy: replace(piecesOf(delivered.policy), add) };
  if (edit.in === 'report-only')
    return { ...delivered, reportOnly: replace(piecesOf(delivered.reportOnly), add) };
  const meta = replace(asArray(delivered.meta), (element: MetaElement) =>
    typeof element === 'string' ? add(element) : { ...element, content: add(element.content) },
  );
  return { ...delivered, meta };
}

function policiesAt(question: Question, place: Place): string[] {
  let delivered: Delivered = question;
  for (let up = 0; up < place.up; up++) delivered = delivered.creator as Delivered;
  if (place.in === 'policy') return piecesOf(delivered.policy);
  if (place.in === 'report-only') return piecesOf(delivered.reportOnly);
  return asArray(delivered.meta).map(contentOf);
}
