import { escapeHtml, jsonInMarkup } from './escape-html.ts';
import type { MetaPlacementName } from './meta-placements.ts';
import type { PlannedDocument } from './plan.ts';

/** Markup of a document's metas, by the element it stands in: the metas, or script that puts them where they are to be. */
interface Placed {
  head: string;
  body: string;
}

/** The metas where the document wants them: most stand in head; the other places are what some rules are about. */
export function placedMetas(
  { metaName: httpEquiv, metaPlacement }: Pick<PlannedDocument, 'metaName' | 'metaPlacement'>,
  contents: readonly string[],
): Placed {
  if (contents.length === 0) return { head: '', body: '' };
  const put = puts[metaPlacement];
  if (put !== undefined) {
    const statements = contents.map((content) => `${put({ httpEquiv, content })};`).join(' ');
    const late = `addEventListener('connectSrcCalled', () => { ${statements} })`;
    return { head: script(metaPlacement === 'late' ? late : statements), body: '' };
  }
  const elements = contents
    .map((content) => `<meta http-equiv="${escapeHtml(httpEquiv)}" content="${escapeHtml(content)}"/>`)
    .join('\n');
  if (metaPlacement === 'body') return { head: '', body: elements };
  const change = changes[metaPlacement];
  const all = `document.querySelectorAll('meta[http-equiv]')`;
  return {
    head: elements + (change === undefined ? '' : script(`${all}.forEach((meta) => { ${change}; })`)),
    body: '',
  };
}

/** What script does with each meta that the parser has inserted. */
const changes: Partial<Record<MetaPlacementName, string>> = {
  removed: 'meta.remove()',
  emptied: "meta.content = ''",
  reinserted: 'document.head.append(meta)',
};

interface Attributes {
  httpEquiv: string;
  content: string;
}

const append = (attributes: Attributes): string => `document.head.append(${meta(attributes)})`;

/** The statement by which script puts in one meta. */
const puts: Partial<Record<MetaPlacementName, (attributes: Attributes) => string>> = {
  script: append,
  late: append,
  nested: (attributes) =>
    `document.head.appendChild(document.createElement('div')).append(${meta(attributes)})`,
  'second-head': (attributes) =>
    `document.documentElement.appendChild(document.createElement('head')).append(${meta(attributes)})`,
  shadow: (attributes) =>
    `document.head.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).appendChild(document.createElement('head')).append(${meta(attributes)})`,
  moved: (attributes) =>
    `document.head.moveBefore?.(document.documentElement.appendChild(${meta(attributes)}), null)`,
  filled: ({ httpEquiv, content }) =>
    `document.head.appendChild(${meta({ httpEquiv })}).content = ${jsonInMarkup(content)}`,
  named: ({ httpEquiv, content }) =>
    `document.head.appendChild(${meta({ content })}).httpEquiv = ${jsonInMarkup(httpEquiv)}`,
};

const script = (text: string): string => `<script>${text}</script>`;

/** An expression that makes a meta element with these attributes. */
const meta = (attributes: Partial<Attributes>): string =>
  `Object.assign(document.createElement('meta'), ${jsonInMarkup(attributes)})`;
