import { type Anchor, type Explanation, explain, type Question } from '../../../harness/spec/explain.ts';

/** One statement about the oracle: what it is asked, and what it has to answer. */
export interface Case {
  name: string;
  actual: () => unknown;
  expected: unknown;
}

/** The statements about one section of a specification. */
export interface Table {
  section: string;
  cases: Case[];
}

/** Sources of a connect-src, and what they let through and stop, as a scenario would say it. */
export interface Rule {
  rule: string;
  /** The source list. */
  sources: string;
  /** Default https://page.test/. */
  self?: string;
  redirectCount?: number;
  allows?: string[];
  blocks?: string[];
}

/** The anchors of all steps that any answer has taken. */
export const anchorsSeen = new Set<Anchor>();

/** Asks the oracle; the page is https://page.test/ unless the question says otherwise. */
export function ask(question: Partial<Question> & { url: string }): Explanation {
  const explanation = explain({ self: 'https://page.test/', ...question });
  for (const { anchor } of explanation.steps) anchorsSeen.add(anchor);
  return explanation;
}

/** Makes a statement of every URL that a rule names. */
export function fromRules(rules: Rule[]): Case[] {
  return rules.flatMap(({ rule, sources, allows = [], blocks = [], self, redirectCount }) => {
    const statement = (url: string, expected: 'allowed' | 'blocked'): Case => ({
      name: `${rule}: ${sources.slice(0, 60)} → ${url} ${expected}`,
      actual: () =>
        ask({
          policy: `connect-src ${sources}`,
          url,
          ...(self === undefined ? {} : { self }),
          ...(redirectCount === undefined ? {} : { redirectCount }),
        }).verdict,
      expected,
    });
    return [
      ...allows.map((url) => statement(url, 'allowed')),
      ...blocks.map((url) => statement(url, 'blocked')),
    ];
  });
}
