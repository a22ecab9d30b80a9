/** The text that this folder follows: a draft of a community group, which changes without notice. */
export const draft = {
  name: 'CA',
  title: 'Connection Allowlists',
  url: 'https://wicg.github.io/connection-allowlists/',
  /** The day of the commit that was read. */
  date: '2026-05-04',
  commit: 'f76cede',
} as const;

/**
 * Every place in the draft that a step of the oracle can cite: the sections that hold its algorithms, whose ids its source
 * writes out.
 */
export const allowlistAnchors = [
  'CA#parsing',
  'CA#matching',
  'CA#redirects',
  'CA#rtc',
  'CA#reporting',
] as const;

/** One of {@link allowlistAnchors}. */
export type AllowlistAnchor = (typeof allowlistAnchors)[number];
