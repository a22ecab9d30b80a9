import type { CaseRecord } from '../results/schema.ts';
import { type Html, html } from './html.ts';

/** The length after which evidence is cut on a page; `results.json` keeps all of it. */
const CLIP = 2000;

/** `text`, cut where it is very long, and saying so. */
export function clip(text: string, length: number = CLIP): string {
  if (text.length <= length) return text;
  const rest = (text.length - length).toLocaleString('en');
  return `${text.slice(0, length)} … (${rest} more characters in results.json)`;
}

/** A sentence of the corpus or of a cause, in which backticks set off code; cut as {@link clip} does. */
export function prose(text: string, length: number = CLIP): Html {
  const parts = clip(text, length).split('`');
  // An odd backtick out is one: nothing is set off by it.
  if (parts.length % 2 === 0) return html`${clip(text, length)}`;
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** A sentence where there can be no markup, as in the title of a page. */
export const plainly = (text: string): string => text.replaceAll('`', '');

/** `text` as code. */
export function code(text: string, length: number = CLIP): Html {
  return html`<code>${clip(text, length)}</code>`;
}

/** A block of text that a reader may want to copy; with `after`, together with what the element of that id holds. */
export function block(text: string, after?: string): Html {
  return html`<pre class="copyable"${after !== undefined && html` data-after="${after}"`}><code>${clip(text, 20_000)}</code></pre>`;
}

/** Names and values, one a line unless told. */
export function lines(
  entries: ReadonlyArray<readonly [name: string, value: unknown]>,
  between = '\n',
): string {
  return entries.map(([name, of]) => `${name}: ${clip(value(of), 600)}`).join(between);
}

/** `3 cases`, `1 case`. */
export function count(n: number, singular: string, plural: string = `${singular}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? singular : plural}`;
}

/** A list in words: `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** Milliseconds with one decimal and a sign: `+1.5 ms`. */
export function milliseconds(at: number): string {
  return `${at < 0 ? '−' : '+'}${Math.abs(at).toFixed(1)} ms`;
}

/** A value out of a report or an event in one line. */
export function value(of: unknown): string {
  return typeof of === 'string' ? of : (JSON.stringify(of) ?? String(of));
}

/** An ISO date and time without its fraction, in UTC. */
export function moment(iso: string): Html {
  const words = `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
  return html`<time datetime="${iso}">${words}</time>`;
}

/** Shortens the case's own mark in the URLs of its evidence: the page says what the dots stand for. */
export type Shorten = (text: string) => string;

/** How the evidence of a case is shortened: its id stands in every URL that was asked for. */
export const shortenMarks =
  ({ id }: CaseRecord): Shorten =>
  (text) =>
    text.replaceAll(`case=${id}`, 'case=…');
