import { contentId } from '../results/content-id.ts';
import type { CaseRecord } from '../results/schema.ts';
import { caseAnchor, fragment } from './links.ts';

/** File systems take names of up to 255 bytes. */
const LONGEST_NAME = 200;

/**
 * The page of a scenario, from the report's root.
 * Ids of the corpus are file names already; any other character is spelt out, so that no id leads out of the report. A name
 * that is too long is cut, and what was cut off it stands there as a hash: no two scenarios share a page.
 */
export function scenarioFile(scenario: string): string {
  const name = scenario.replace(/[^A-Za-z0-9-]/g, (character) => `~${character.charCodeAt(0).toString(16)}`);
  const fits = name.length <= LONGEST_NAME;
  return `scenario/${fits ? name : `${name.slice(0, LONGEST_NAME)}~${contentId(scenario)}`}.html`;
}

/** A case on its scenario's page, or what one browser did with it; `root` leads to the report's root. */
export function caseLink(root: string, of: CaseRecord, browser?: string): string {
  return root + scenarioFile(of.scenario) + fragment(caseAnchor(of, browser));
}
