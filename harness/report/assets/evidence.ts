import { caseSection } from '../case-section.ts';
import { derivationList } from '../derivation-list.ts';
import type { EvidenceData } from '../evidence-data.ts';
import { html } from '../html.ts';
import { indexCases } from '../report.ts';

const place = document.querySelector<HTMLElement>('#evidence-of-cases');
const packed = document.querySelector('#evidence-data')?.textContent ?? '';
if (place) void show(place, packed).finally(() => document.dispatchEvent(new Event('evidence-shown')));

/** Puts the evidence of the page's cases into `place`, made from the data that the page carries. */
async function show(place: HTMLElement, packed: string): Promise<void> {
  try {
    const { results, reproductions } = await unpack(packed);
    const report = indexCases(results);
    // `html` escapes all text; the page's own policy would run no script either.
    place.innerHTML =
      html`${results.cases.map((one) => caseSection(report, one, reproductions[one.id] ?? ''))}
${derivationList(report, results.cases)}`.markup;
  } catch (error) {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.textContent = `The evidence cannot be shown here (${String(error)}). results.json has all of it.`;
    place.replaceChildren(notice);
  }
}

/** The data as it was before it was deflated and written as base64. */
async function unpack(packed: string): Promise<EvidenceData> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text()) as EvidenceData;
}
