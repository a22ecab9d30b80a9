import type { Observation } from '../../judgement/results.ts';
import { type Html, html } from './html.ts';
import { clip, code, count, milliseconds, value } from './text.ts';

type Witness = 'script' | 'violation' | 'network' | 'report';

/** One moment of a case: which witness says what, and what lies behind it. */
interface Moment {
  readonly at: number;
  readonly witness: Witness;
  readonly what: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

const verbs = { return: 'returns', throw: 'throws', resolve: 'resolves', reject: 'rejects', event: 'event' };

/** Request headers that a reader of a CSP bug asks for; the record has all. */
const telling =
  /^(origin|referer|content-type|cookie|access-control-.*|sec-fetch-.*|sec-purpose|service-worker|upgrade)$/i;

/** What the four witnesses said, in the order of time. */
export function momentsOf({ outcome, network, violations, reports }: Observation['evidence']): Moment[] {
  const moments: Moment[] = [
    ...outcome.steps.map(({ at, step, name, detail }) => ({
      at,
      witness: 'script' as const,
      what: `${verbs[step]} ${name}`.trim(),
      detail: detail ?? null,
    })),
    ...violations.map(({ at, target, fields }) => ({
      at,
      witness: 'violation' as const,
      what: `securitypolicyviolation on ${target}: ${value(fields.effectiveDirective ?? '')}`,
      detail: fields,
    })),
    ...network.map(({ at, kind, hop, method, url, status, headers }) => ({
      at,
      witness: 'network' as const,
      what: `${kind}${hop > 0 ? ` (hop ${hop})` : ''} ${method} ${url} → ${status}`,
      detail: Object.fromEntries(Object.entries(headers).filter(([name]) => telling.test(name))),
    })),
    ...reports.map(({ at, contentType, url, body }) => ({
      at,
      witness: 'report' as const,
      what: `${contentType} to ${url}`,
      detail: { body },
    })),
  ];
  return moments.sort((a, b) => a.at - b.at);
}

const lanes: readonly Witness[] = ['script', 'violation', 'network', 'report'];
const LANE = 16;
const WIDTH = 360;
const LEFT = 64;
const BOTTOM = lanes.length * LANE;

const laneOf = (witness: Witness) => lanes.indexOf(witness) * LANE + LANE / 2;

/** The names and lines of the lanes: drawn once a page, and used by each timeline. */
export function timelineLanes(): Html {
  return html`<svg class="timeline lanes" aria-hidden="true" focusable="false"><symbol id="lanes" viewBox="0 0 ${WIDTH} ${BOTTOM + 14}">
${lanes.map((lane) => html`<text x="0" y="${laneOf(lane) + 3.5}">${lane}</text><line x1="${LEFT}" x2="${WIDTH}" y1="${laneOf(lane)}" y2="${laneOf(lane)}"/>`)}
<line class="call" x1="${LEFT + 6}" x2="${LEFT + 6}" y1="0" y2="${BOTTOM}"/><text x="${LEFT + 6}" y="${BOTTOM + 11}">call</text>
</symbol></svg>`;
}

/** The moments as a drawing, one lane a witness, scaled to the last moment. The table below it says the same in words. */
function drawing(moments: readonly Moment[]): Html {
  const end = Math.max(1, ...moments.map(({ at }) => at));
  const x = (at: number) => (LEFT + 6 + (Math.max(0, at) / end) * (WIDTH - LEFT - 14)).toFixed(1);
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${BOTTOM + 14}" aria-hidden="true" focusable="false"><use href="#lanes"/>
<text x="${WIDTH}" y="${BOTTOM + 11}" text-anchor="end">${milliseconds(end)}</text>
${moments.map(({ at, witness }) => html`<circle class="${witness}" cx="${x(at)}" cy="${laneOf(witness)}" r="4"/>`)}
</svg>`;
}

/** What lies behind a moment: what script saw is short and shown, raw fields are a click away. */
function behind({ witness, detail }: Moment): Html | null {
  const entries = Object.entries(detail ?? {});
  if (entries.length === 0) return null;
  const fields = html`<dl class="fields">${entries.map(([name, of]) => html`<dt>${name}</dt><dd>${code(value(of), 600)}</dd>`)}</dl>`;
  return witness === 'script'
    ? fields
    : html`<details><summary>${count(entries.length, 'field')}</summary>${fields}</details>`;
}

/** The timeline of one browser's evidence: a drawing, and every moment in words with its raw fields. */
export function timeline(evidence: Observation['evidence']): Html {
  const moments = momentsOf(evidence);
  if (moments.length === 0) return html`<p class="quiet">No witness said anything.</p>`;
  return html`${drawing(moments)}
<table class="moments"><caption class="sr">What each witness saw, by time after the call</caption>
<thead><tr><th scope="col">After</th><th scope="col">Witness</th><th scope="col">What</th></tr></thead><tbody>
${moments.map(
  (moment) =>
    html`<tr><td class="number">${milliseconds(moment.at)}</td><td class="witness ${moment.witness}">${moment.witness}</td><td>${code(clip(moment.what, 400))}${behind(moment)}</td></tr>\n`,
)}</tbody></table>`;
}
