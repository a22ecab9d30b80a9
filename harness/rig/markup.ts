import { type PagePlan, PLAN_ID } from '../agent/protocol.ts';
import { escapeHtml, jsonInMarkup } from '../plan/escape-html.ts';
import { placedMetas } from '../plan/placed-metas.ts';
import type { Delivered, PlannedDocument } from '../plan/plan.ts';

/** A host page: no policy, nothing but the agent, which collects what its frames say. */
export const hostMarkup = (agent: string): string =>
  `<!doctype html><meta charset="utf-8"><title>connect-src host</title><link rel="icon" href="data:,"><script src="${escapeHtml(agent)}"></script>`;

/**
 * The markup of a document that runs the agent with this plan: the same as HTML and as XML.
 *
 * @param script whether it has the agent's script; without it, the plan only
 */
export function documentMarkup(
  document: PlannedDocument,
  metas: Delivered['meta'],
  plan: PagePlan,
  script = true,
): string {
  const { head, body } = placedMetas(document, metas);
  return [
    '<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><meta charset="utf-8"/>',
    `<title>${escapeHtml(document.id)}</title>`,
    document.markup,
    head,
    // Chromium throws a document out of the back/forward cache when it hears of its icon.
    plan.away === null ? '' : '<link rel="icon" href="data:,"/>',
    `<script type="application/json" id="${PLAN_ID}">${jsonInMarkup(plan)}</script>`,
    script ? `<script src="${escapeHtml(plan.agent)}" defer=""></script>` : '',
    `</head><body>${body}</body></html>`,
  ].join('\n');
}
