import { type PagePlan, PLAN_ID } from '../agent/protocol.ts';
import type { Delivered, PlannedDocument } from '../plan/plan.ts';

/** Text as it stands in markup, attribute values included. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A host page: no policy, nothing but the agent, which collects what its frames say. */
export const hostMarkup = (agent: string): string =>
  `<!doctype html><meta charset="utf-8"><title>connect-src host</title><link rel="icon" href="data:,"><script src="${escapeHtml(agent)}"></script>`;

/**
 * The markup of a document that runs the agent with this plan.
 *
 * @param script whether it has the agent's script; without it, the plan only
 */
export function documentMarkup(
  document: PlannedDocument,
  metas: Delivered['meta'],
  plan: PagePlan,
  script = true,
): string {
  const { head, body } = placed(document, metas);
  // In a data block `<` is the only character that could end it.
  const data = JSON.stringify(plan).replace(/</g, '\\u003c');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeHtml(document.id)}</title>`,
    document.markup,
    head,
    // Chromium throws a document out of the back/forward cache when it hears of its icon.
    plan.away === null ? '' : '<link rel="icon" href="data:,">',
    `<script type="application/json" id="${PLAN_ID}">${data}</script>`,
    script ? `<script src="${escapeHtml(plan.agent)}" defer></script>` : '',
    `</head><body>${body}</body></html>`,
  ].join('\n');
}

/** The metas where the document wants them: most stand in head; the other places are what some rules are about. */
function placed(document: PlannedDocument, metas: readonly string[]): { head: string; body: string } {
  const elements = metas
    .map((content) => `<meta http-equiv="${escapeHtml(document.metaName)}" content="${escapeHtml(content)}">`)
    .join('\n');
  if (metas.length === 0) return { head: '', body: '' };
  const all = `document.querySelectorAll('meta[http-equiv]')`;
  switch (document.metaPlacement) {
    case 'head':
      return { head: elements, body: '' };
    case 'body':
      return { head: '', body: elements };
    case 'removed':
      return { head: `${elements}<script>${all}.forEach((meta) => meta.remove())</script>`, body: '' };
    case 'emptied':
      return {
        head: `${elements}<script>${all}.forEach((meta) => { meta.content = ''; })</script>`,
        body: '',
      };
    case 'script':
      return { head: `<script>${insert(document.metaName, metas)}</script>`, body: '' };
    case 'late':
      return {
        head: `<script>addEventListener('connectSrcCalled', () => { ${insert(document.metaName, metas)} })</script>`,
        body: '',
      };
  }
}

/** Script that puts the metas into head. */
const insert = (name: string, metas: readonly string[]): string =>
  metas
    .map(
      (content) =>
        `document.head.append(Object.assign(document.createElement('meta'), ${JSON.stringify({ httpEquiv: name, content }).replace(/</g, '\\u003c')}));`,
    )
    .join(' ');
