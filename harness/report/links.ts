import type { CaseRecord } from '../results/schema.ts';

/** An element id: HTML allows no white space there. */
const idOf = (text: string): string => text.replace(/\s/g, '_');

/** A case as an element id of its scenario's page: its own id without the scenario, which the page is. Permanent. */
export function caseAnchor({ id, scenario }: Pick<CaseRecord, 'id' | 'scenario'>, browser?: string): string {
  const short = id.startsWith(`${scenario}/`) ? id.slice(scenario.length + 1) : id;
  return idOf(browser === undefined ? short : `${short}@${browser}`);
}

/** A document as an element id of its scenario's page. */
export function documentAnchor(document: string, scenario: string): string {
  return `document-${caseAnchor({ id: document, scenario })}`;
}

/** A thing of a kind, such as a rule or a mechanism, as an element id. */
export const anchorOf = (kind: string, name: string): string => idOf(`${kind}:${name}`);

/** A finding as an element id of the page of deviations. */
export const findingAnchor = (id: string): string => idOf(id);

/** A derivation as an element id of a scenario's page. */
export const derivationAnchor = (derivation: string): string => `why-${derivation}`;

/** An element id as the fragment of a link. */
export function fragment(id: string): string {
  const wellFormed = id.replace(/\p{Surrogate}/gu, '\ufffd');
  return `#${encodeURIComponent(wellFormed).replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%40/g, '@')}`;
}
