import type { Observation } from '../results/schema.ts';
import { type Html, html } from './html.ts';
import { badge, type Mark, markOf, markOrder, marks, showsDeviation } from './marks.ts';

/** The marks that leave open whether the browser does what the specification says. */
const unsettled: readonly Mark[] = ['mismatch', 'fixed', 'unstable', 'inconclusive', 'missing'];

/** How many cases carry each mark, and how many of the deviations are new. */
export class Tally {
  private readonly counts = new Map<Mark, number>();
  private fresh = 0;
  private deviates = false;

  add(observation: Observation): void {
    this.addMark(markOf(observation));
    if (observation.status === 'new deviation') this.fresh += 1;
    if (showsDeviation(observation)) this.deviates = true;
  }

  addMark(mark: Mark): void {
    this.counts.set(mark, this.of(mark) + 1);
  }

  of(mark: Mark): number {
    return this.counts.get(mark) ?? 0;
  }

  /** The marks present, most urgent first. */
  present(): Mark[] {
    return markOrder.filter((mark) => this.counts.has(mark));
  }

  get newDeviations(): number {
    return this.fresh;
  }

  /** Whether the browser does what the specification says in all of it; null where that is left open. */
  agrees(): boolean | null {
    if (this.deviates || this.counts.has('disputed')) return false;
    if (unsettled.some((mark) => this.counts.has(mark))) return null;
    return this.counts.has('conforms') ? true : null;
  }
}

const words = (tally: Tally, mark: Mark) => `${tally.of(mark).toLocaleString('en')} ${marks[mark].word}`;

/** A tally in words: `3 security, 1 new, 9 conform`. */
export function tallyBadges(tally: Tally): Html {
  return html`${tally.present().map((mark) => html`${badge(mark, words(tally, mark))} `)}${
    tally.newDeviations > 0 && html`<span class="new">${tally.newDeviations} new</span>`
  }`;
}

/** A tally as a link. Most cells have one mark: the link itself then wears it, since a matrix has thousands of them. */
export function tallyLink(tally: Tally, to: string): Html {
  const [first, ...others] = tally.present();
  if (first === undefined) return html`<a class="quiet" href="${to}">no case</a>`;
  return others.length === 0 && tally.newDeviations === 0
    ? html`<a class="mark ${first}" href="${to}">${words(tally, first)}</a>`
    : html`<a href="${to}">${tallyBadges(tally)}</a>`;
}

/** How many browsers do what the specification says: `2 of 3`. */
export function agreement(tallies: readonly Tally[]): { agree: number; judged: number } {
  const answers = tallies.map((tally) => tally.agrees()).filter((answer) => answer !== null);
  return { agree: answers.filter(Boolean).length, judged: answers.length };
}
