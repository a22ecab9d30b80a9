import type { CaseRecord, DocumentRecord } from '../../judgement/results.ts';
import { snippets } from './snippets.ts';

/** An argument as a POSIX shell reads it back. */
export function shellQuote(argument: string): string {
  return /^[\w./:@%+=,-]+$/.test(argument) ? argument : `'${argument.replace(/'/g, `'\\''`)}'`;
}

/** The command that runs a scenario again, alone, in one browser. */
export function rerunCommand(scenario: string, browser: string): string {
  return `npx playwright test --project=${shellQuote(browser)} --grep ${shellQuote(scenario)}`;
}

/** The command that serves a case on localhost, for a person to open in any browser. */
export function serveCommand(caseId: string): string {
  return `npx connect-src serve ${shellQuote(caseId)}`;
}

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
export function reproductionText(one: CaseRecord): string {
  const lines = one.redirects.map(({ status, to }) => `# The server redirects with ${status} to ${to}`);
  if (Object.keys(one.options).length > 0) lines.push(`# Told: ${JSON.stringify(one.options)}`);
  lines.push(
    scriptFor(one.mechanism, one.url),
    `# Expected by the specification: ${one.spec.verdict}`,
    `# To open it in any browser: ${serveCommand(one.id)}`,
  );
  return lines.join('\n');
}

/** A few lines that open the connection, for the console or a page. */
export function scriptFor(mechanism: string, url: string): string {
  const snippet = snippets[mechanism];
  const literal = JSON.stringify(url);
  return snippet ? snippet.replace(/\bURL\b/g, () => literal) : `// ${mechanism} to ${literal}`;
}
