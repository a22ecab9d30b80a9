import { type Html, html } from './html.ts';

/** The pages every page links to. */
export const pages = [
  { file: 'index.html', name: 'Overview' },
  { file: 'matrix.html', name: 'Matrix' },
  { file: 'deviations.html', name: 'Deviations' },
  { file: 'versions.html', name: 'Versions' },
  { file: 'claims.html', name: 'Claims' },
  { file: 'coverage.html', name: 'Coverage' },
  { file: 'changes.html', name: 'Changes' },
  { file: 'history.html', name: 'History' },
  { file: 'ask.html', name: 'Ask the oracle' },
] as const;

/**
 * The report's own policy. Everything it needs is a file beside it; `'self'` covers those over http(s), and
 * Chromium, Firefox and WebKit all take it to cover neighbouring files of a `file:` page as well.
 */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

export interface Page {
  readonly title: string;
  /** The entry of the navigation this page belongs to. */
  readonly section: (typeof pages)[number]['file'];
  readonly main: Html;
  /** Leads to the report's root: empty, or `../`. */
  readonly root?: string;
  /** Scripts beside the report's own. */
  readonly scripts?: readonly string[];
  /** Data for the scripts, beside the content. */
  readonly data?: Html;
  readonly generator: string;
}

/** A whole HTML document. */
export function layout({ title, section, main, root = '', scripts = [], data, generator }: Page): string {
  const current = (file: string) => file === section && html` aria-current="page"`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · connect-src conformance</title>
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}report.css">
<script src="${root}report.js" defer></script>
${scripts.map((script) => html`<script src="${root}${script}" defer></script>\n`)}</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top">
<a class="brand" href="${root}index.html"><code>connect-src</code> conformance</a>
<nav aria-label="Report"><ul>
${pages.map(({ file, name }) => html`<li><a href="${root}${file}"${current(file)}>${name}</a></li>\n`)}</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
${data}<footer class="bottom">
<p>Made from <a href="${root}results.json"><code>results.json</code></a> by ${generator}.
No score and no ranking: each line is what one browser did with one connection.</p>
</footer>
</body>
</html>
`;
  return page.markup;
}
