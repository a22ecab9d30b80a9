import { UserError } from '../../errors.ts';

/** Runs the GitHub CLI with these arguments and this standard input, and gives what it prints. */
export type GitHubCli = (args: readonly string[], input?: string) => Promise<string>;

const LABEL = 'nightly';
/** GitHub refuses longer bodies. */
const LONGEST = 60_000;

/**
 * Tells people what changed: as a comment on the open issue of the nightly run, or as a new issue where none is open.
 *
 * @param title what a new issue is called
 * @param words what changed, as `changesInWords` says it
 * @param link where the report is published
 * @returns what was done, in words
 */
export async function fileIssue(
  title: string,
  words: string,
  link: string | undefined,
  gh: GitHubCli,
): Promise<string> {
  const open = JSON.parse(
    await gh(['issue', 'list', '--state', 'open', '--label', LABEL, '--limit', '1', '--json', 'number']),
  ) as Array<{ number: number }>;
  const body = issueBody(words, link);
  const number = open[0]?.number;
  if (number !== undefined) {
    await gh(['issue', 'comment', String(number), '--body-file', '-'], body);
    return `Updated issue #${number}.`;
  }
  await gh(['label', 'create', LABEL, '--force', '--description', 'Found by the nightly run']);
  const address = await gh(['issue', 'create', '--title', title, '--label', LABEL, '--body-file', '-'], body);
  return `Opened ${address.trim()}.`;
}

/**
 * Sees to it that what others will click on opens a web page, and that nothing is written behind it.
 *
 * @throws {UserError} where the link is not an http(s) URL of one word
 */
export function requireWebLink(link: string): void {
  if (/^https?:\/\/[^\s<>]+$/i.test(link)) return;
  throw new UserError(
    `--link ${link}: it is not an http(s) URL.`,
    'Write it as https://example.org/report/.',
  );
}

/** What browsers say is text: a fence longer than any in it keeps it from being taken for Markdown. */
function issueBody(words: string, link: string | undefined): string {
  const text = words.length > LONGEST ? `${words.slice(0, LONGEST)}\n… (the report has the rest)` : words;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const report = link === undefined ? '' : `\n\nThe report: ${link}`;
  return `${fence}text\n${text.trimEnd()}\n${fence}${report}\n`;
}
