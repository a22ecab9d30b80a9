import type { Finding } from './probe.ts';

/** How many findings of a round are shrunk at most: shrinking takes longer than looking. */
const MOST_SHRUNK = 24;

/** Trait → how many findings with it were chosen so far. */
export type Chosen = Map<string, number>;

/**
 * Chooses the findings to shrink: those that are least like what was chosen before, since what is alike mostly turns out to be
 * the same. Equal ones come in their order.
 *
 * @param chosen what was chosen before; what is chosen now is added
 * @param most how many at most
 */
export function mostNovel<One extends Finding>(
  findings: readonly One[],
  chosen: Chosen,
  most = MOST_SHRUNK,
): One[] {
  const left = [...findings];
  const taken: One[] = [];
  while (left.length > 0 && taken.length < most) {
    const familiar = left.map((one) => familiarity(one, chosen));
    const [next] = left.splice(familiar.indexOf(Math.min(...familiar)), 1) as [One];
    for (const trait of traits(next)) chosen.set(trait, (chosen.get(trait) ?? 0) + 1);
    taken.push(next);
  }
  return taken;
}

/** How familiar a finding is: its least familiar trait decides, and between equal ones all of them. */
function familiarity(finding: Finding, chosen: Chosen): number {
  const times = traits(finding).map((trait) => chosen.get(trait) ?? 0);
  return Math.min(...times) + times.reduce((sum, each) => sum + each, 0) / 1_000_000;
}

/** What a browser shows, with each thing that may be the reason: how the document is delivered, and how it connects. */
function traits({ probe, document }: Finding): string[] {
  const { page = '', context = 'frame', by, targets, ...delivered } = document;
  const told = targets.flatMap((target) => Object.keys(target).filter((key) => key !== 'url'));
  return [page, context, String(by), ...Object.keys(delivered).sort(), ...told].map((trait) =>
    [probe.browser, probe.says, trait].join(' '),
  );
}
