import { serveCommand } from '../results/rerun-command.ts';
import type {
  BrowserRecord,
  DeviationRecord,
  Results,
  ScenarioRecord,
  StepRecord,
} from '../results/schema.ts';
import type { DeviationKind } from '../results/verdict.ts';
import { addressOf } from './anchors.ts';
import { pageText } from './reproduction.ts';
import type { SmallestPage } from './smallest-page.ts';
import { shortVersion, spanInWords } from './version-span.ts';

/** What is known of a deviation that nobody has explained. */
export type Facts = Pick<DeviationRecord, 'since' | 'links' | 'lookedUp' | 'fixed' | 'seen'>;

/** All that a report of one deviation in one browser is made of. */
export interface BugReport {
  /** The deviation in one sentence. */
  sentence: string;
  kind: DeviationKind;
  browser: Pick<BrowserRecord, 'name' | 'version'> & Partial<BrowserRecord>;
  /** Null where it is not recorded. */
  facts: Facts | null;
  /** The page that shows it. */
  page: SmallestPage;
  /** The id of a case that shows it, and the rule it belongs to. */
  caseId: string;
  scenario: Pick<ScenarioRecord, 'title' | 'spec'>;
  /** What the specification says of the case on the facet that deviates, and what was seen, a line each. */
  expected: readonly string[];
  observed: readonly string[];
  corpus: Results['corpus'];
}

/** What a kind means to whoever decides how urgent a bug is. */
const impact: Readonly<Record<DeviationKind, string>> = {
  security: 'Security: a connection leaves that the policy forbids.',
  compatibility: 'Compatibility: pages that rely on the specification break; nothing leaves that should not.',
  reporting: 'Reporting: the connection is treated right, and the violation is reported wrong.',
};

/**
 * A report ready to file, in Markdown: the title is the first line. Nothing in it needs this harness, but for the line that
 * says how to open the case with it.
 */
export function bugReport(bug: BugReport): string {
  const { sentence, kind, browser, page, caseId, scenario, expected, observed, corpus } = bug;
  const { verdict, by } = page.spec;
  return `${[
    `# CSP connect-src: ${sentence}`,
    '',
    impact[kind],
    '',
    '## Versions',
    '',
    ...versions(bug),
    '',
    '## Steps to reproduce',
    '',
    `Serve and open this page${browser.os === undefined ? '' : ` (seen on ${browser.os})`}:`,
    '',
    fenced(pageText(page.one, page.document)),
    '',
    `${page.shrunkIn === null ? 'Or' : 'Or a case that shows the same'}, with connect-src-conformance: ${inCode(serveCommand(caseId, corpus))}`,
    '',
    '## Expected',
    '',
    `${scenario.title}${linkTo(scenario.spec)}. By the specification the connection is ${verdict}${
      by === null ? '' : ` by ${by}`
    }:`,
    '',
    ...expected.map((line) => `- ${line}`),
    '',
    'The steps that lead there:',
    '',
    ...page.steps.map(stepLine),
    '',
    '## Observed',
    '',
    ...observed.map((line) => `- ${line}`),
    '',
    '## Public reports',
    '',
    ...publicReports(bug.facts),
  ].join('\n')}\n`;
}

function versions({ browser, facts }: BugReport): string[] {
  const seen = `- Seen in ${browser.name} ${browser.version}`;
  const since = facts?.since && `- First measured in version ${facts.since.version}, on ${facts.since.date}`;
  const short = (version: string) => shortVersion(version, browser.engine);
  const span = facts?.seen && `- Of the versions measured: ${spanInWords(facts.seen, short)}`;
  const fixed = facts?.fixed && `- Changed upstream on ${facts.fixed.date}: ${facts.fixed.url}`;
  return [seen, ...(since ? [since] : []), ...(span ? [span] : []), ...(fixed ? [fixed] : [])];
}

function publicReports(facts: Facts | null): string[] {
  if (facts === null) return ['- Not searched for.'];
  const links = facts.links.map(({ url, tells }) => `- ${tells === 'same' ? 'The same' : 'Related'}: ${url}`);
  if (links.length > 0) return links;
  return [facts.lookedUp === null ? '- Not searched for.' : `- None found on ${facts.lookedUp}.`];
}

/** ` ([CSP#match-paths](https://…))`, or nothing. */
function linkTo(anchor: string | undefined): string {
  const address = anchor === undefined ? null : addressOf(anchor);
  return address === null ? '' : ` ([${anchor}](${address}))`;
}

const stepLine = ({ anchor, what, operands, outcome }: StepRecord): string =>
  `1. ${what}${operands === undefined ? '' : `: ${inCode(operands)}`} → ${outcome}${linkTo(anchor)}`;

/** Code in Markdown, whatever backticks it holds. */
function inCode(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

function fenced(text: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}\n${text}\n${ticks}`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
