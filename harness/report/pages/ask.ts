import { recognised } from '../../advice/differences.ts';
import { mechanisms, oracleRequest } from '../../catalogue/registry.ts';
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
<form class="ask" id="ask" data-known="${JSON.stringify(known(report))}" hidden>
${area('policy', 'Content-Security-Policy', 'One header line each, or a response’s headers pasted whole', "connect-src 'self'")}
${area('meta', '<meta> policies', 'One element a line', '')}
<div class="pair">${line('self', 'Page', 'URL of the response the policy came with, or opaque', 'https://page.test/')}
${line('url', 'Target', 'As given by script', 'wss://page.test/socket')}</div>
<div class="pair"><label for="ask-by">Mechanism <select id="ask-by" name="by">${choices()}</select></label>
${area('redirects', 'Redirected to', 'One URL a line, in order', '')}</div>
<p><button type="submit">Ask</button></p>
<label for="ask-har">Or a HAR <small id="hint-har">Choose or drop one: each document’s own policies, each connection it made</small>
<input id="ask-har" type="file" accept=".har,application/json" aria-describedby="hint-har"></label>
</form>
<div id="answer" role="region" aria-label="Answer" aria-live="polite"></div>`,
  });
}

/** The recorded causes for which a connection is let out or stopped otherwise, and which a policy can be seen to meet. */
const known = ({ results }: Report) =>
  results.deviations
    .filter(({ id, facet }) => facet === 'enforcement' && recognised.includes(id))
    .map(({ id, browser, cause }) => ({ id, browser, cause }));

/** The mechanisms that the form offers, in their order, each with what the oracle needs to know of it. */
const choices = (): Html[] =>
  mechanisms
    .filter(({ placeInForm }) => placeInForm !== undefined)
    .sort((a, b) => (a.placeInForm ?? 0) - (b.placeInForm ?? 0))
    .map(
      (mechanism) =>
        html`<option data-request="${JSON.stringify(oracleRequest(mechanism))}">${mechanism.name}</option>`,
    );

function area(name: string, label: string, hint: string, value: string): Html {
  return html`<label for="ask-${name}">${label} <small id="hint-${name}">${hint}</small>
<textarea id="ask-${name}" name="${name}" rows="2" spellcheck="false" autocomplete="off" aria-describedby="hint-${name}">${value}</textarea></label>`;
}

function line(name: string, label: string, hint: string, value: string): Html {
  return html`<label for="ask-${name}">${label} <small id="hint-${name}">${hint}</small>
<input id="ask-${name}" name="${name}" value="${value}" spellcheck="false" autocomplete="off" required aria-describedby="hint-${name}"></label>`;
}
