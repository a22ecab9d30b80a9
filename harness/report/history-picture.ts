import { type DeviationSeries, deviationsOverTime, type History } from '../compare/history.ts';
import type { DeviationCounts } from '../compare/run-record.ts';

const WIDTH = 720;
const ROW = 110;
const PLOT = { left: 48, right: 150, top: 30, bottom: 22 };

/** Told apart by dash and by label, so that no colour is needed. */
const KINDS: ReadonlyArray<{ kind: keyof DeviationCounts; dash: string }> = [
  { kind: 'security', dash: '' },
  { kind: 'compatibility', dash: '7 4' },
  { kind: 'reporting', dash: '2 3' },
];

/**
 * A picture of deviations over time: one row a browser, one line a kind of deviation, the same scale in every row.
 *
 * @returns an `<svg>` element to put into a page; it has a title and a description, no script, no style of its own,
 * and takes the page's text colour. An empty string where there is no run to show.
 */
export function historyPicture(history: History): string {
  const series = deviationsOverTime(history);
  const times = history.runs.map((run) => Date.parse(run.startedAt));
  if (series.length === 0) return '';
  const counts = series.flatMap(({ points }) => points.flatMap((point) => Object.values(point.counts)));
  const scale: Scale = { from: Math.min(...times), to: Math.max(...times), most: Math.max(1, ...counts) };
  const height = series.length * ROW + 10;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img"`,
    ` aria-labelledby="history-picture-title history-picture-text" font-size="12" fill="currentColor">`,
    `<title id="history-picture-title">Deviations over time, by browser</title>`,
    `<desc id="history-picture-text">${escapeXml(series.map(inWords).join(' '))}</desc>`,
    ...series.map((each, index) => row(each, index * ROW, scale)),
    '</svg>',
  ].join('');
}

interface Scale {
  from: number;
  to: number;
  most: number;
}

function row({ browser, points }: DeviationSeries, top: number, scale: Scale): string {
  const bottom = top + ROW - PLOT.bottom;
  const x = (at: string) =>
    round(PLOT.left + share(Date.parse(at), scale) * (WIDTH - PLOT.left - PLOT.right));
  const y = (count: number) => round(bottom - (count / scale.most) * (bottom - top - PLOT.top));
  const last = points.at(-1);
  const lines = KINDS.map(({ kind, dash }) => {
    const path = points.map((point, index) => step(index, x(point.at), y(point.counts[kind]))).join('');
    return `<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5"${dash && ` stroke-dasharray="${dash}"`}/>`;
  });
  const labels = KINDS.map(({ kind, dash }, index) => {
    const at = top + PLOT.top + index * 18;
    const left = WIDTH - PLOT.right + 12;
    const sample = `<path d="M${left} ${at - 4}h22" stroke="currentColor" stroke-width="1.5"${dash && ` stroke-dasharray="${dash}"`}/>`;
    return `${sample}<text x="${left + 28}" y="${at}">${kind} ${last?.counts[kind] ?? 0}</text>`;
  });
  return [
    `<text x="0" y="${top + 16}" font-weight="bold">${escapeXml(browser)}</text>`,
    `<path d="M${PLOT.left} ${bottom}H${WIDTH - PLOT.right}" stroke="currentColor" stroke-opacity="0.4"/>`,
    `<text x="${PLOT.left - 8}" y="${top + PLOT.top + 4}" text-anchor="end">${scale.most}</text>`,
    `<text x="${PLOT.left - 8}" y="${bottom + 4}" text-anchor="end">0</text>`,
    `<text x="${PLOT.left}" y="${bottom + 16}">${day(scale.from)}</text>`,
    `<text x="${WIDTH - PLOT.right}" y="${bottom + 16}" text-anchor="end">${day(scale.to)}</text>`,
    ...lines,
    ...labels,
  ].join('');
}

/** A count holds until the next run says otherwise; a short stroke keeps a single run visible. */
function step(index: number, x: number, y: number): string {
  return index === 0 ? `M${x} ${y}h2` : `H${x}V${y}`;
}

/** A single run stands at the right end. */
function share(time: number, { from, to }: Scale): number {
  return to === from ? 1 : (time - from) / (to - from);
}

function inWords({ browser, points }: DeviationSeries): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return `${browser}: no run.`;
  const now = `${countsText(last.counts)} on ${last.at.slice(0, 10)} in version ${last.version}`;
  if (points.length === 1) return `${browser}: ${now}.`;
  return `${browser}: ${countsText(first.counts)} on ${first.at.slice(0, 10)} in version ${first.version}, ${now}.`;
}

function countsText(counts: DeviationCounts): string {
  return KINDS.map(({ kind }) => `${counts[kind]} ${kind}`).join(', ');
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
