import type { Observation } from '../results/schema.ts';
import { type DeviationKind, deviationKind } from '../results/verdict.ts';
import { type Html, html } from './html.ts';

/** What one cell can say, most urgent first. The words are the report's, glyphs and colours the style sheet's. */
export const marks = {
  security: {
    word: 'security',
    heading: 'Security deviations',
    means: 'The browser lets out a connection that the specification blocks.',
    none: 'No security deviation was found.',
  },
  compatibility: {
    word: 'compatibility',
    heading: 'Compatibility deviations',
    means: 'The browser blocks a connection that the specification allows, or shows script another outcome.',
    none: 'No compatibility deviation was seen.',
  },
  reporting: {
    word: 'reporting',
    heading: 'Reporting deviations',
    means: 'The browser gets the violation event or the report wrong.',
    none: 'No reporting deviation was seen.',
  },
  disputed: {
    word: 'disputed',
    heading: 'Disputed points',
    means: 'The browser follows the other reading of a point with an open specification issue.',
    none: 'No browser follows the other reading of a disputed point.',
  },
  unsupported: {
    word: 'unsupported',
    heading: 'Unsupported',
    means: 'The browser itself says that the API is not there.',
    none: 'No case of this run met a mechanism that its browser lacks.',
  },
  mismatch: {
    word: 'mismatch',
    heading: 'Expected differs from spec',
    means: 'The scenario’s author and the oracle give different answers.',
    none: 'Expected and spec agree in every case of this run.',
  },
  fixed: {
    word: 'fixed',
    heading: 'Fixed deviations',
    means: 'A recorded deviation was no longer seen.',
    none: 'No recorded deviation was found to be gone.',
  },
  unstable: {
    word: 'unstable',
    heading: 'Unstable',
    means: 'The same case gave different verdicts.',
    none: 'No case changed its verdict within the run.',
  },
  inconclusive: {
    word: 'inconclusive',
    heading: 'Inconclusive',
    means: 'The rig could not tell, and says why.',
    none: 'No case was inconclusive.',
  },
  missing: {
    word: 'missing',
    heading: 'Missing',
    means: 'There is no result for this browser, and the record says why.',
    none: 'Nothing is missing.',
  },
  conforms: {
    word: 'conform',
    heading: 'Conforms',
    means: 'The browser does what the specification says.',
    none: 'Nothing conforms.',
  },
} as const;

export type Mark = keyof typeof marks;

/** Every mark, most urgent first. */
export const markOrder = Object.keys(marks) as Mark[];

/** Whether a mark says that the browser does not do what the specification says. */
export const isDeviation = (mark: Mark): mark is DeviationKind =>
  (deviationKind.options as readonly string[]).includes(mark);

/** The mark of one case in one browser. */
export function markOf(observation: Observation): Mark {
  switch (observation.status) {
    case 'known deviation':
    case 'new deviation':
      return observation.kind ?? 'compatibility';
    case 'expected differs from spec':
      return 'mismatch';
    case 'fixed deviation':
      return 'fixed';
    default:
      return observation.status;
  }
}

/** Whether a case deviates in one browser: also where another of its recorded deviations is gone. */
export function showsDeviation(observation: Observation): boolean {
  const { status, kind } = observation;
  return isDeviation(markOf(observation)) || (status === 'fixed deviation' && kind !== undefined);
}

/** The attribute that tints a cell. Where all is well it has none, which is most of them. */
export function tint(...present: readonly Mark[]): Html | null {
  return present.every((mark) => mark === 'conforms' || mark === 'unsupported')
    ? null
    : html` data-marks="${present.join(' ')}"`;
}

/** A mark in words; its glyph and its colour are the style sheet's, since a page has thousands of them. */
export function badge(mark: Mark, words: string = marks[mark].word): Html {
  return html`<span class="mark ${mark}">${words}</span>`;
}
