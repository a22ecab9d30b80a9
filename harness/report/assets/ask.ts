import * as z from 'zod/mini';
import { type ResponseHeaders, readResponseHeaders } from '../../input/response-headers.ts';
import { type Explanation, explain, type Question } from '../../spec/explain.ts';
import { addressOf } from '../anchors.ts';
import { adviceNodes, type KnownDifference } from './ask-advice.ts';
import { harNodes } from './ask-har.ts';
import { element } from './element.ts';

// The page's own policy lets no text be run as script; without this a schema would try.
z.config({ jitless: true });

const form = document.querySelector<HTMLFormElement>('#ask');

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
  form.querySelector<HTMLInputElement>('#ask-har')?.addEventListener('change', async ({ target }) => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (file) showHar(answer, await file.text(), file.name);
  });
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', async (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    showHar(answer, await file.text(), file.name);
  });
}

function showHar(answer: HTMLElement, text: string, name: string): void {
  const chosen = element('div', '');
  const choose = (question: Question) => {
    chosen.replaceChildren(...explanation(question));
    chosen.scrollIntoView();
  };
  try {
    answer.replaceChildren(...harNodes(text, name, requestNamed, choose), chosen);
  } catch (error) {
    answer.replaceChildren(element('p', 'notice', error instanceof Error ? error.message : String(error)));
  }
}

/** What the oracle needs to know of a mechanism, by its name; nothing where the form does not offer it. */
function requestNamed(by: string): NonNullable<Question['request']> {
  const option = [...(form?.querySelectorAll('option') ?? [])].find(({ text }) => text === by);
  return JSON.parse(option?.dataset.request ?? '{}');
}

/** The causes of deviations that the page carries. */
const known = (): KnownDifference[] => JSON.parse(form?.dataset.known ?? '[]');

/** Header lines, as they are or inside a response's headers that were pasted whole. */
function pasted(text: string): Omit<ResponseHeaders, 'status' | 'reportOnly'> & Pick<Question, 'reportOnly'> {
  if (/^(content-security-policy|connection-allowlist)(-report-only)?[ \t]*:/im.test(text)) {
    const { status: _, ...delivered } = readResponseHeaders(text, 'Content-Security-Policy');
    return delivered;
  }
  return { policy: linesOf(text) };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The question that the form's fields ask. */
function questionOf(fields: URLSearchParams): Question {
  const text = (name: string) => (fields.get(name) ?? '').trim();
  const lines = (name: string) => linesOf(text(name));
  return {
    ...pasted(text('policy')),
    meta: lines('meta'),
    self: text('self'),
    url: text('url'),
    redirects: lines('redirects'),
    request: chosenRequest(),
  };
}

/** What the oracle needs to know of the chosen mechanism: the page carries it with each choice. */
function chosenRequest(): NonNullable<Question['request']> {
  const [chosen] = form?.querySelector('select')?.selectedOptions ?? [];
  return JSON.parse(chosen?.dataset.request ?? '{}');
}

function show(answer: HTMLElement, fields: URLSearchParams): void {
  try {
    answer.replaceChildren(...explanation(questionOf(fields)));
  } catch (error) {
    answer.replaceChildren(element('p', 'notice', error instanceof Error ? error.message : String(error)));
  }
}

function explanation(question: Question): Node[] {
  const found: Explanation = explain(question);
  const facts: Array<[string, string | null]> = [
    ['Blocked by', found.by],
    ['Also blocked by', found.alsoBlockedBy.join(', ') || null],
    ['Directive', found.directive],
    ['Matched', found.matched],
    ['Blocked at hop', found.blockedAtHop === null ? null : String(found.blockedAtHop)],
    ['Contacted', found.contacted.join(' → ') || 'nothing'],
    ['Disputed', found.disputed.join(', ') || null],
    ['Other reading', found.otherReading ?? null],
    ['Under HSTS', found.underHsts ?? null],
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
  return [verdict, list, ...adviceNodes(question, known()), element('h3', '', 'Steps'), steps];
}

function anchorLink(anchor: string): Node {
  const address = addressOf(anchor);
  if (!address) return document.createTextNode(anchor);
  const link = element('a', 'ref', anchor) as HTMLAnchorElement;
  link.href = address;
  return link;
}

// Last: a question in the page's URL is answered at once, with all that stands above.
const answer = document.querySelector<HTMLElement>('#answer');
if (form && answer) start(form, answer);
