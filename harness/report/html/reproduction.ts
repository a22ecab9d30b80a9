import type { CaseRecord, DocumentRecord, Results } from '../../judgement/results.ts';
import { serveCommand } from '../rerun-command.ts';
import { snippets } from './snippets.ts';

type Policies = Pick<DocumentRecord, 'policy' | 'reportOnly' | 'meta'>;

/** How policies are delivered, as a reader would write them: header lines, then meta elements. */
export function deliveryLines({ policy, reportOnly, meta }: Policies): string[] {
  return [
    ...policy.map((one) => `Content-Security-Policy: ${one}`),
    ...reportOnly.map((one) => `Content-Security-Policy-Report-Only: ${one}`),
    ...meta.map(
      (one) => `<meta http-equiv="Content-Security-Policy" content="${one.replace(/"/g, '&quot;')}">`,
    ),
  ];
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

/** A few lines that open the connection, for the console or a page. */
export function scriptFor(mechanism: string, url: string): string {
  const snippet = snippets[mechanism];
  const literal = JSON.stringify(url);
  return snippet ? snippet.replace(/\bURL\b/g, () => literal) : `// ${mechanism} to ${literal}`;
}
