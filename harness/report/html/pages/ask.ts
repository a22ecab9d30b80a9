import { askable } from '../ask-mechanisms.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import type { Report } from '../report.ts';

/** The form that asks the oracle, the same code that judged the run, in the page. */
export function askPage(report: Report): string {
  return layout({
    title: 'Ask the oracle',
    section: 'ask.html',
    scripts: ['ask.js'],
    generator: report.results.generator,
    main: html`<h1>Ask the oracle</h1>
<p class="lead">What do the specifications say of one connection? The answer is computed in this page, by the code that judged this report; nothing is sent.</p>
<p class="notice" id="without-script">The form needs JavaScript. Without it, <code>npx connect-src explain --help</code> answers the same questions in a terminal.</p>
<form class="ask" id="ask" hidden>
${area('policy', 'Content-Security-Policy', 'One header line each', "connect-src 'self'")}
${area('meta', '<meta> policies', 'One element a line', '')}
<div class="pair">${line('self', 'Page', 'URL of the response the policy came with, or opaque', 'https://page.test/')}
${line('url', 'Target', 'As given by script', 'wss://page.test/socket')}</div>
<div class="pair"><label for="ask-by">Mechanism <select id="ask-by" name="by">${Object.keys(askable).map(
      (name) => html`<option>${name}</option>`,
    )}</select></label>
${area('redirects', 'Redirected to', 'One URL a line, in order', '')}</div>
<p><button type="submit">Ask</button></p>
</form>
<div id="answer" role="region" aria-label="Answer" aria-live="polite"></div>`,
  });
}

function area(name: string, label: string, hint: string, value: string): Html {
  return html`<label for="ask-${name}">${label} <small id="hint-${name}">${hint}</small>
<textarea id="ask-${name}" name="${name}" rows="2" spellcheck="false" autocomplete="off" aria-describedby="hint-${name}">${value}</textarea></label>`;
}

function line(name: string, label: string, hint: string, value: string): Html {
  return html`<label for="ask-${name}">${label} <small id="hint-${name}">${hint}</small>
<input id="ask-${name}" name="${name}" value="${value}" spellcheck="false" autocomplete="off" required aria-describedby="hint-${name}"></label>`;
}
