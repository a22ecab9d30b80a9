/** One side of conformance: what the specification says and what was seen, each in a line that other cases can share. */
export interface Facet {
  result: 'conforms' | 'deviates' | 'not judged';
  spec: string;
  observed: string;
  /** What deviates, one entry for each thing that can have a cause of its own; empty where nothing does. */
  differences: string[];
}

/** A facet that was judged: it conforms where there is no difference. */
export const compared = (spec: string, observed: string, differences: string[]): Facet => ({
  result: differences.length === 0 ? 'conforms' : 'deviates',
  spec,
  observed,
  differences,
});

/** A facet that says nothing here: what it would be about did not come to pass. */
export const notJudged = (spec: string, observed: string): Facet => ({
  result: 'not judged',
  spec,
  observed,
  differences: [],
});
