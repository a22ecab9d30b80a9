import type { CaseState, Changes, Transition } from './changes.ts';

/** More of one kind than this are counted, not listed: a reader wants the first, and the file has them all. */
const LISTED = 20;

/**
 * Says what changed, one line a fact, worst first; a single line where nothing did.
 * Plain text that reads well in a terminal and, since every detail is a list item, as Markdown.
 */
export function changesInWords(changes: Changes): string[] {
  const lines = [
    ...section('Got worse', ofDirection(changes, 'worse').map(transitionLine)),
    ...section(
      'No result',
      changes.missing.map((gap) => `${gap.scenario} in ${gap.browser}: ${gap.reason}`),
    ),
    ...section('Got better', ofDirection(changes, 'better').map(transitionLine)),
    ...section('Changed', ofDirection(changes, 'different').map(transitionLine)),
    ...section('Browsers', changes.browsers.map(browserLine)),
    ...section('Expected or spec verdict changed', changes.redefined.map(redefinedLine)),
    ...section('New cases', changes.added),
    ...section('Removed cases', changes.removed),
  ];
  return lines.length === 0 ? ['Nothing changed.'] : lines.slice(0, -1);
}

function section(title: string, items: string[]): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, LISTED).map((item) => `- ${item}`);
  const rest = items.length > LISTED ? [`- … and ${items.length - LISTED} more`] : [];
  return [`${title} (${items.length}):`, '', ...shown, ...rest, ''];
}

function ofDirection(changes: Changes, direction: Transition['direction']): Transition[] {
  return changes.transitions.filter((each) => each.direction === direction);
}

function transitionLine(each: Transition): string {
  const what = `${each.mechanism} to ${each.url}`;
  return `${each.browser}: ${each.case}: ${each.kind}, ${what}: ${stateText(each.from)} → ${stateText(each.to)}`;
}

function stateText(state: CaseState | null): string {
  if (state === null) return 'no result';
  const facets = state.deviates.length === 0 ? '' : `, deviates in ${state.deviates.join(' and ')}`;
  return `${state.verdict} (${state.status}${facets}; ${state.outcome})`;
}

/** What became of a browser from one run to another, in one line. */
export function browserLine({ name, from, to }: Changes['browsers'][number]): string {
  if (from === null) return `${name} ${to?.version} is new`;
  if (to === null) return `${name} ${from.version} took no part`;
  if (from.version !== to.version) return `${name} ${from.version} → ${to.version}`;
  return `${name} ${to.version}: ${from.os}, ${from.drivenBy} → ${to.os}, ${to.drivenBy}`;
}

function redefinedLine({ case: id, from, to }: Changes['redefined'][number]): string {
  return `${id}: expected ${from.expected} → ${to.expected}, spec ${from.spec} → ${to.spec}`;
}
