import type { CaseRecord, Observation } from '../results/schema.ts';
import { type Html, html } from './html.ts';
import { clip, code, lines, milliseconds, type Shorten, shortenMarks, value } from './text.ts';
import { compareFields } from './violation-fields.ts';

type Witness = 'script' | 'violation' | 'network' | 'report';

/** One moment of a case: which witness says what, and what lies behind it. */
interface Moment {
  readonly at: number;
  readonly witness: Witness;
  readonly what: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** What else there is to say of it, in a few words. */
  readonly note: string | null;
}

const verbs = { return: 'returns', throw: 'throws', resolve: 'resolves', reject: 'rejects', event: 'event' };

/** Request headers that a reader of a CSP bug asks for; the record has all. */
const telling =
  /^(origin|referer|content-type|cookie|access-control-.*|sec-fetch-.*|sec-purpose|service-worker|upgrade)$/i;

/** What the four witnesses said, in the order of time. */
function momentsOf(
  { outcome, network, violations, reports }: Observation['evidence'],
  specified: CaseRecord['spec']['violations'],
): Moment[] {
  const moments: Moment[] = [
    ...outcome.steps.map(({ at, step, name, detail }) => ({
      at,
      witness: 'script' as const,
      what: `${verbs[step]} ${name}`.trim(),
      detail: detail ?? {},
      note: null,
    })),
    ...violations.map(({ at, target, fields }) => {
      const { told, asSpecified } = compareFields(fields, specified);
      return {
        at,
        witness: 'violation' as const,
        what: `securitypolicyviolation on ${target}: ${value(fields.effectiveDirective ?? '')}`,
        detail: Object.fromEntries(told),
        note: asSpecified > 0 ? `${asSpecified} more as specified` : null,
      };
    }),
    ...network.map(({ at, kind, hop, method, url, status, headers }) => ({
      at,
      witness: 'network' as const,
      what: `${kind}${hop > 0 ? ` (hop ${hop})` : ''} ${method} ${url} → ${status}`,
      detail: Object.fromEntries(Object.entries(headers).filter(([name]) => telling.test(name))),
      note: null,
    })),
    ...reports.map(({ at, contentType, url, cookie, body }) => ({
      at,
      witness: 'report' as const,
      what: `${contentType} to ${url}`,
      detail: { ...(cookie && { cookie }), body },
      note: null,
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

/** Two moments are told as fast as they are drawn. */
const WORTH_DRAWING = 3;

/** The moments as a drawing, one lane a witness, scaled to the last moment. The list below it says the same in words. */
function drawing(moments: readonly Moment[]): Html {
  const end = Math.max(1, ...moments.map(({ at }) => at));
  const x = (at: number) => Math.round(LEFT + 6 + (Math.max(0, at) / end) * (WIDTH - LEFT - 14));
  // Where a lane lies and how large a dot is stands in the style sheet: drawings are many.
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${BOTTOM + 14}" aria-hidden="true"><use href="#lanes"/>${moments.map(
    ({ at, witness }) => html`<circle class="${witness}" cx="${x(at)}"/>`,
  )}</svg>`;
}

/** What lies behind a moment. */
function behind({ detail, note }: Moment, shorten: Shorten): Html | null {
  const entries = Object.entries(detail);
  if (entries.length === 0) return note === null ? null : html` <small>${note}</small>`;
  const text = shorten(lines(entries, '; '));
  return html` <small>${text}${note !== null && `; ${note}`}</small>`;
}

/** The timeline of one browser's evidence: a drawing, and every moment in words with its raw fields. */
export function timeline(one: CaseRecord, evidence: Observation['evidence']): Html {
  const shorten = shortenMarks(one);
  const moments = momentsOf(evidence, one.spec.violations);
  if (moments.length === 0) return html`<p class="quiet">No witness said anything.</p>`;
  return html`${moments.length >= WORTH_DRAWING && drawing(moments)}
<ol class="moments">${moments.map(
    (moment) =>
      html`<li><b>${milliseconds(moment.at)}</b> <i>${moment.witness}</i> ${code(clip(shorten(moment.what), 400))}${behind(moment, shorten)}\n`,
  )}</ol>`;
}
