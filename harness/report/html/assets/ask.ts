import { type Explanation, explain, type Question } from '../../../spec/explain.ts';
import { addressOf } from '../anchors.ts';
import { askable } from '../ask-mechanisms.ts';

const form = document.querySelector<HTMLFormElement>('#ask');
const answer = document.querySelector<HTMLElement>('#answer');
if (form && answer) start(form, answer);

function start(form: HTMLFormElement, answer: HTMLElement): void {
  const asked = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll<HTMLInputElement>('[name]')) {
    field.value = asked.get(field.name) ?? field.value;
  }
  form.hidden = false;
  document.querySelector('#without-script')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const query = new URLSearchParams(data);
    history.replaceState(null, '', `?${query}`);
    show(answer, query);
  });
  if (asked.size > 0) show(answer, new URLSearchParams(asked));
}

/** The question that the form's fields ask. */
function questionOf(fields: URLSearchParams): Question {
  const text = (name: string) => (fields.get(name) ?? '').trim();
  const lines = (name: string) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  return {
    policy: lines('policy'),
    meta: lines('meta'),
    self: text('self'),
    url: text('url'),
    redirects: lines('redirects'),
    request: askable[text('by')] ?? {},
  };
}

function show(answer: HTMLElement, fields: URLSearchParams): void {
  try {
    answer.replaceChildren(...explanation(explain(questionOf(fields))));
  } catch (error) {
    answer.replaceChildren(element('p', 'notice', error instanceof Error ? error.message : String(error)));
  }
}

function explanation(found: Explanation): Node[] {
  const facts: Array<[string, string | null]> = [
    ['Blocked by', found.by],
    ['Also blocked by', found.alsoBlockedBy.join(', ') || null],
    ['Directive', found.directive],
    ['Matched', found.matched],
    ['Blocked at hop', found.blockedAtHop === null ? null : String(found.blockedAtHop)],
    ['Contacted', found.contacted.join(' → ') || 'nothing'],
    ['Disputed', found.disputed.join(', ') || null],
    ['Other reading', found.otherReading ?? null],
    ['Violation events', String(found.violations.length)],
  ];
  const list = element('dl', 'fields');
  for (const [name, fact] of facts) {
    if (fact !== null) list.append(element('dt', '', name), element('dd', '', element('code', '', fact)));
  }
  const steps = element('ol', 'steps');
  for (const { anchor, what, operands, outcome } of found.steps) {
    const item = element('li', '', anchorLink(anchor), ` ${what} `);
    if (operands !== undefined) item.append(element('code', '', operands), ' ');
    item.append('→ ', element('strong', '', outcome));
    steps.append(item);
  }
  const verdict = element('h2', '', `The specification says: ${found.verdict}`);
  return [verdict, list, element('h3', '', 'Steps'), steps];
}

function anchorLink(anchor: string): Node {
  const address = addressOf(anchor);
  if (!address) return document.createTextNode(anchor);
  const link = element('a', 'ref', anchor) as HTMLAnchorElement;
  link.href = address;
  return link;
}

function element(name: string, className: string, ...children: Array<Node | string>): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
