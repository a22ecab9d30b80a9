import type { Reproductions } from '../expectations/reproductions-file.ts';
import { EXPLORATION_VERSION, type ExplorationRecord, type Tally } from '../results/exploration-schema.ts';
import type { Explored } from './document.ts';
import { documentsFrom } from './generate/document.ts';
import { variantsOf } from './invariant.ts';
import { invariants } from './invariants/index.ts';
import { type Explorable, isTold, look, type Seen } from './look.ts';
import { type Chosen, mostNovel } from './novelty.ts';
import { againstEachOther, againstInvariant, againstSpecification, type Finding } from './probe.ts';
import { reproducedBy } from './reproduced-by.ts';
import { idOf } from './shape.ts';
import { batchFor, shrink } from './shrink.ts';
import { size } from './simpler.ts';

/** How many generated documents are opened at once, before their variants. */
const ROUND = 12;

/** What an exploration did and found, with documents that can be played. */
export interface Exploration extends Omit<ExplorationRecord, 'discoveries'> {
  discoveries: Discovery[];
}

/** A finding that was shrunk, and seen twice in a fresh browser. */
export interface Discovery extends Omit<ExplorationRecord['discoveries'][number], 'document'> {
  document: Explored;
}

/** What is asked of an exploration. */
export interface Task {
  /** The first document's; the same seed generates the same documents. */
  seed: number;
  minutes: number;
  reproductions: Reproductions;
  /** Causes that are taken for new; what turns out to be one of them is told as such. */
  forgotten?: Reproductions;
}

/** Who hears of an exploration while it goes on. */
export interface Listener {
  /** A line on its progress. */
  tell(line: string): void;
  /** All that was found so far, after each round: what is kept then is not lost with a later one. */
  keep?(found: Exploration): void;
}

/**
 * Generates documents, opens them and the variants that the invariants compare them with, and shrinks what it finds.
 *
 * @param browsers all are given the same documents
 */
export async function explore(
  browsers: readonly Explorable[],
  { seed, minutes, reproductions, forgotten = [] }: Task,
  listener: Listener,
): Promise<Exploration> {
  const { tell } = listener;
  const deadline = Date.now() + minutes * 60_000;
  const found: Exploration = {
    explorationVersion: EXPLORATION_VERSION,
    startedAt: new Date().toISOString(),
    seed,
    minutes,
    documents: 0,
    browsers: Object.fromEntries(
      browsers.map(({ name, rig }) => [name, { version: rig.identity.version, verdicts: 0, seconds: 0 }]),
    ),
    invariants: Object.fromEntries(
      invariants.map(({ id, states, spec }) => [id, { states, spec, asked: 0, broken: 0, unexplained: 0 }]),
    ),
    known: {},
    unstable: [],
    left: 0,
    discoveries: [],
  };
  const met = new Set<string>();
  const chosen: Chosen = new Map();
  for (let round = 0; Date.now() < deadline; round += 1) {
    const documents = documentsFrom(seed + round, ROUND);
    found.documents += documents.length;
    const findings = await lookAround(browsers, documents, found);
    tell(`${found.documents} documents, ${findings.length} differences in the last ${documents.length}`);
    const late = () => Date.now() >= deadline;
    const all = distinct(findings);
    const different = mostNovel(all, chosen);
    found.left += all.length - different.length;
    // All at once: they share their openings.
    const batch = batchFor(different.length);
    const shrunk = await Promise.all(
      different.map(async (finding) => {
        const smallest = await shrink(finding.document, finding.probe.shows, batch, late);
        // Not the smallest yet where time is up: it could not be told from what is known.
        return { finding, smallest: late() ? null : smallest };
      }),
    );
    // One after the other: a browser is restarted for each that seems new.
    for (const { finding, smallest } of shrunk)
      if (smallest === null || late()) found.left += 1;
      else await file(finding, smallest, found, met, { reproductions, forgotten }, browsers, tell);
    listener.keep?.(found);
  }
  return found;
}

/**
 * The smallest of the findings that say the same of the same generated document and its variants. Where they have two causes,
 * the other one is met again in another document.
 */
function distinct(findings: readonly FoundAt[]): Finding[] {
  const smallest = new Map<string, FoundAt>();
  for (const finding of findings) {
    const { probe, place, document } = finding;
    const key = JSON.stringify([probe.kind, probe.browser, probe.says, place]);
    const other = smallest.get(key);
    if (other === undefined || size(document) < size(other.document)) smallest.set(key, finding);
  }
  return [...smallest.values()];
}

/** A finding, and the place of the generated document that it is of, itself or a variant of it. */
type FoundAt = Finding & { place: number };

/** Opens documents with their variants in every browser. */
async function lookAround(
  browsers: readonly Explorable[],
  documents: readonly Explored[],
  found: Exploration,
): Promise<FoundAt[]> {
  const variants = documents.map((document) =>
    invariants.map((invariant) => variantsOf(invariant, document)),
  );
  const all = [...documents, ...variants.flat(2)];
  const placeOf = new Map(
    documents.flatMap((document, place) =>
      [document, ...(variants[place] ?? []).flat()].map((one) => [one, place] as const),
    ),
  );
  const at = (document: Explored, findings: readonly Finding[]): FoundAt[] =>
    findings.map((finding) => ({ ...finding, place: placeOf.get(document) ?? 0 }));
  const seen = await Promise.all(
    browsers.map(async (browser) => {
      const started = performance.now();
      const lists = await look(browser, all);
      const rate = found.browsers[browser.name] as ExplorationRecord['browsers'][string];
      rate.verdicts += lists.flat().filter(isTold).length;
      rate.seconds += (performance.now() - started) / 1000;
      return new Map(all.map((document, index) => [document, lists[index] as Seen[]]));
    }),
  );
  const of = (index: number, document: Explored) => seen[index]?.get(document) ?? [];
  return browsers.flatMap((browser, index) => [
    ...all.flatMap((document) => at(document, againstSpecification(browser, document, of(index, document)))),
    ...documents.flatMap((document, place) =>
      invariants.flatMap((invariant, which) => {
        const compared = variants[place]?.[which] ?? [];
        if (compared.length === 0) return [];
        const tally = found.invariants[invariant.id] as Tally;
        const others = compared.map((variant) => of(index, variant));
        return at(
          document,
          againstInvariant(browser, invariant, document, of(index, document), others, tally),
        );
      }),
    ),
    ...browsers
      .slice(index + 1)
      .flatMap((other, offset) =>
        all.flatMap((document) =>
          at(
            document,
            againstEachOther([browser, other], document, [
              of(index, document),
              of(index + 1 + offset, document),
            ]),
          ),
        ),
      ),
  ]);
}

/** Files a shrunk finding: under a recorded cause, with one that is the same, or as new once a fresh browser shows it twice. */
async function file(
  { probe }: Finding,
  document: Explored,
  found: Exploration,
  met: Set<string>,
  { reproductions, forgotten }: { reproductions: Reproductions; forgotten: Reproductions },
  browsers: readonly Explorable[],
  tell: (line: string) => void,
): Promise<void> {
  const cause = reproducedBy(reproductions, probe, document);
  if (cause !== null) {
    found.known[cause] = (found.known[cause] ?? 0) + 1;
    return;
  }
  const id = idOf({ ...probe, document });
  const mine = `${probe.browser} ${id}`;
  if (met.has(mine)) return;
  met.add(mine);
  const { rig } = browsers.find(({ name }) => name === probe.browser) as Explorable;
  await rig.restart();
  for (let time = 0; time < 2; time += 1)
    if (!(await probe.shows([document]))[0]) {
      found.unstable.push(`${probe.browser}: ${probe.says}`);
      return;
    }
  const { kind, says, deviation } = probe;
  const again = reproducedBy(forgotten, probe, document);
  const { version } = rig.identity;
  const same = found.discoveries.find((one) => one.id === id);
  if (same) same.browsers[probe.browser] = version;
  else
    found.discoveries.push({
      id,
      kind,
      says,
      ...(deviation && { deviation }),
      ...(again !== null && { again }),
      browsers: { [probe.browser]: version },
      document,
    });
  tell(
    `${probe.browser}: ${again === null ? '' : `${again} again: `}${probe.says}: ${JSON.stringify(document)}`,
  );
}
