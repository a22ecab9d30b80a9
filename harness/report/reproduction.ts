import { contextNamed, mechanismNamed } from '../catalogue/registry.ts';
import { serveCommand } from '../results/rerun-command.ts';
import type { CaseRecord, DocumentRecord, Results } from '../results/schema.ts';

type Policies = NonNullable<DocumentRecord['creator']>;

/** How policies are delivered, as a reader would write them: header lines, then meta elements. */
export function deliveryLines(delivered: Policies): string[] {
  const { policy, reportOnly, meta, allowlist = [], allowlistReportOnly = [] } = delivered;
  return [
    ...policy.map((one) => `Content-Security-Policy: ${one}`),
    ...reportOnly.map((one) => `Content-Security-Policy-Report-Only: ${one}`),
    ...allowlist.map((one) => `Connection-Allowlist: ${one}`),
    ...allowlistReportOnly.map((one) => `Connection-Allowlist-Report-Only: ${one}`),
    ...meta.map(
      (one) => `<meta http-equiv="Content-Security-Policy" content="${one.replace(/"/g, '&quot;')}">`,
    ),
  ];
}

/** What a page is shown by. */
export type Shown = Pick<CaseRecord, 'mechanism' | 'url' | 'redirects' | 'options'>;

/**
 * The page that shows a case, as text: its URL and its headers, its markup with the script, and what else it takes. Where
 * something makes the global in which the script runs, the text says what that is.
 */
export function pageText(one: Shown, document: DocumentRecord): string {
  const context = contextNamed(document.context);
  const created = context === undefined || context.created;
  const { creator } = document;
  const [headers, plain] = apart(deliveryLines(document));
  const { text, follows = false } = document.metaMarkup ?? {};
  const metas = text === undefined ? plain : [text];
  const script = scriptFor(one.mechanism, one.url);
  const element = ['<script>', script, '</script>'];
  const served = one.redirects.map(({ status, to }) => `The server redirects with ${status} to ${to}`);
  const told = Object.keys(one.options).length > 0 ? [`Told: ${JSON.stringify(one.options)}`] : [];
  const notes = [...(document.note === undefined ? [] : [document.note]), ...told, ...served];
  const page = created
    ? [
        ...(creator
          ? [...deliveryLines(creator), '', `# It makes: ${named(document)}, whose response has:`]
          : []),
        ...(creator ? [...headers, ...metas] : [...headers, ...metas, '', `# It makes: ${named(document)}`]),
        '# There, this runs:',
        script,
      ]
    : [...headers, '', '<!doctype html>', ...(follows ? [...element, ...metas] : [...metas, ...element])];
  return [`# ${document.page}`, ...page, ...notes.map((note) => `# ${note}`)].join('\n');
}

const named = ({ context }: DocumentRecord): string => contextNamed(context)?.title ?? context;

/** Header lines, and the meta elements after them. */
function apart(lines: readonly string[]): [headers: string[], metas: string[]] {
  const metas = lines.filter((line) => line.startsWith('<meta '));
  return [lines.filter((line) => !metas.includes(line)), metas];
}

/** The connection and what its server answers: text to paste into a bug, below the document that opens it. */
export function reproductionText(one: CaseRecord, corpus: Results['corpus']): string {
  const lines = one.redirects.map(({ status, to }) => `# The server redirects with ${status} to ${to}`);
  if (Object.keys(one.options).length > 0) lines.push(`# Told: ${JSON.stringify(one.options)}`);
  lines.push(
    scriptFor(one.mechanism, one.url),
    `# Expected by the specification: ${one.spec.verdict}`,
    `# To open it in any browser: ${serveCommand(one.id, corpus)}`,
  );
  return lines.join('\n');
}

/** A few lines that open the connection, for the console or a page; of a mechanism that the catalogue lacks, a comment. */
export function scriptFor(mechanism: string, url: string): string {
  const snippet = mechanismNamed(mechanism)?.snippet.join('\n');
  const literal = JSON.stringify(url);
  return snippet ? snippet.replace(/\bURL\b/g, () => literal) : `// ${mechanism} to ${literal}`;
}
