import { type Advice, advise } from '../../advice/advise.ts';
import { differencesMet } from '../../advice/differences.ts';
import type { Question } from '../../spec/explain.ts';
import { element } from './element.ts';

/** A recorded cause, as the page carries it. */
export interface KnownDifference {
  id: string;
  browser: string;
  cause: string;
}

/** The advice on a question, and the known differences of browsers that it meets. */
export function adviceNodes(question: Question, known: readonly KnownDifference[]): Node[] {
  const advice = advise(question);
  const met = differencesMet(question);
  const differing = known.filter(({ id }) => met.includes(id));
  return [
    ...(advice.length === 0
      ? []
      : [element('h3', '', 'Advice'), element('ul', 'advice', ...advice.map(item))]),
    ...(differing.length === 0
      ? []
      : [
          element('h3', '', 'Where browsers are known to differ'),
          element(
            'ul',
            'advice',
            ...differing.map(({ browser, cause }) =>
              element('li', '', element('strong', '', browser), ': ', cause),
            ),
          ),
        ]),
  ];
}

function item({ says, change }: Advice): HTMLElement {
  const policies = change === undefined ? [] : [element('pre', '', change.policies.join('\n'))];
  return element('li', '', ...marked(says), ...policies);
}

/** What stands in backquotes, as code. */
const marked = (text: string): (Node | string)[] =>
  text.split('`').map((part, index) => (index % 2 === 0 ? part : element('code', '', part)));
