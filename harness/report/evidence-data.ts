import { deflateRawSync } from 'node:zlib';
import { type Html, html } from './html.ts';
import type { Indexed, Report, ScenarioCases } from './report.ts';
import { reproductionText } from './reproduction.ts';

/** What a scenario's page makes the evidence of its cases from. */
export interface EvidenceData {
  results: Indexed;
  /** By case id: what opens its connection, as text to copy. */
  reproductions: Record<string, string>;
}

/** The element that holds the data, for the script that reads it. */
export const EVIDENCE_DATA = 'evidence-data';

/**
 * The evidence of a scenario's cases as data in the page: JSON, deflated (RFC 1951), as base64. Spelt out in HTML it was
 * nine tenths of every report, and most of it is never opened.
 */
export function evidenceData(report: Report, { scenario, cases }: ScenarioCases): Html {
  const derivations = Object.fromEntries(
    cases.map(({ spec: { derivation } }) => [derivation, report.results.derivations[derivation] ?? []]),
  );
  const steps = Object.fromEntries(
    Object.values(derivations)
      .flat()
      .flatMap((id) => (report.results.steps[id] ? [[id, report.results.steps[id]] as const] : [])),
  );
  const missing = report.results.missing.filter((gap) => gap.scenario === scenario.id);
  const data: EvidenceData = {
    results: {
      browsers: [...report.browsers],
      missing,
      scenarios: [scenario],
      cases: [...cases],
      steps,
      derivations,
    },
    reproductions: Object.fromEntries(
      cases.map((one) => [one.id, reproductionText(one, report.results.corpus)]),
    ),
  };
  const packed = deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');
  return html`<script type="text/plain" id="${EVIDENCE_DATA}">${packed}</script>`;
}
