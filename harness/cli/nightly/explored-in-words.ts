import type { ExplorationRecord } from '../../results/exploration-schema.ts';

/** What a night's exploration found, one line a fact; the seed first, so that it can be done again. */
export function exploredInWords({
  seed,
  minutes,
  documents,
  browsers,
  discoveries,
}: ExplorationRecord): string[] {
  const verdicts = Object.values(browsers).reduce((sum, one) => sum + one.verdicts, 0);
  const names = Object.keys(browsers).join(', ');
  return [
    `Explored from seed ${seed} for ${minutes} minutes: ${documents} documents, ${verdicts} verdicts in ${names}`,
    discoveries.length === 0 ? 'Exploring found nothing new.' : `Exploring found: ${discoveries.length}`,
    ...discoveries.map(({ id, says, browsers }) => `${Object.keys(browsers).join(', ')}: ${id}: ${says}`),
  ];
}
