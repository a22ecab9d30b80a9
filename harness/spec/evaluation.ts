import type { Anchor } from './anchors.ts';
import type { DisputeId, Reading } from './disputed.ts';

/** One step taken on the way to an answer: where it is specified, what it did, on what, with what outcome. */
export interface Step {
  anchor: Anchor;
  what: string;
  operands?: string;
  outcome: string;
}

/** A step is one line of a terminal: longer texts are cut. */
const longest = 120;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** One run of the algorithms: the reading they follow, the steps they took, the disputed points they met. */
export class Evaluation {
  readonly reading: Reading;
  readonly steps: Step[] = [];
  /** Disputed points whose two readings differed somewhere in this run. */
  readonly met = new Set<DisputeId>();
  #recording: boolean;

  constructor(reading: Reading, recording: boolean) {
    this.reading = reading;
    this.#recording = recording;
  }

  /** Records a step, unless nobody wants to see the steps. */
  step(anchor: Anchor, what: string, operands: string | null, outcome: string): void {
    if (!this.#recording) return;
    this.steps.push({
      anchor,
      what,
      ...(operands === null ? {} : { operands: cut(operands) }),
      outcome: cut(outcome),
    });
  }

  /** Gives the answer under the reading in force for a disputed point, and notes when the two differ. */
  under<T>(id: DisputeId, text: T, shared: T): T {
    if (text !== shared) this.met.add(id);
    return this.reading[id] ? shared : text;
  }

  /** Runs without recording steps: for a check that repeats one whose steps are already there. */
  silently<T>(run: () => T): T {
    const before = this.#recording;
    this.#recording = false;
    try {
      return run();
    } finally {
      this.#recording = before;
    }
  }
}
