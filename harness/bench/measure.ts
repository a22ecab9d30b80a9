import type { BrowserChoice } from '../engines/find.ts';
import { collectWithAttempts } from '../judge/attempts.ts';
import { observe } from '../judge/observe.ts';
import { batches } from '../plan/batches.ts';
import { deliversAllowlist } from '../plan/delivery.ts';
import type { PlannedScenario } from '../plan/plan.ts';
import type { Verdict } from '../results/verdict.ts';
import { Rig } from '../rig/rig.ts';
import { watchMemory } from './memory.ts';
import { sample } from './sample.ts';
import { runUsualWay } from './usual-way.ts';

/** What running some cases took. */
export interface Measured {
  cases: number;
  /** Without the start of the browser. */
  seconds: number;
  casesPerSecond: number;
  /** The most memory that harness and browser had together; null where the system does not tell. */
  peakMemoryMiB: number | null;
}

/** What was measured in one browser. */
export interface BrowserMeasured {
  browser: string;
  version: string;
  drivenBy: string;
  /** How long servers and browser took to start, in seconds. */
  startUp: number;
  /** Each of the sample's cases in a fresh page. */
  usualWay: Measured;
  /** The sample in this harness. */
  harness: Measured;
  /** How many times as many cases a second the harness runs. */
  ratio: number;
  /** The cases of which the two ways say different things. */
  differing: { case: string; usualWay: Verdict | undefined; harness: Verdict | undefined }[];
  /** This harness with other numbers of cases, each in a fresh browser. */
  growth: Measured[];
}

type Verdicts = Map<string, Verdict>;

/**
 * Measures the usual way and this harness in one browser, on the same cases and one after the other. Scenarios with a
 * Connection-Allowlist are left out.
 *
 * @param growth the other numbers of cases to run the harness with
 */
export async function measure(
  browser: BrowserChoice,
  scenarios: readonly PlannedScenario[],
  cases: number,
  growth: readonly number[],
): Promise<BrowserMeasured> {
  // The usual way does not ask whether the browser knows the header: its verdicts would be others for that alone.
  const corpus = scenarios.filter(({ documents }) => !documents.some(deliversAllowlist));
  const drawn = sample(corpus, cases);
  const usual = await timed(browser, drawn, usualWay);
  const harness = await timed(browser, drawn, ourWay);
  const grown: Measured[] = [];
  for (const size of growth) grown.push((await timed(browser, sample(corpus, size), ourWay)).measured);
  const differing = [...harness.verdicts]
    .map(([id, verdict]) => ({ case: id, usualWay: usual.verdicts.get(id), harness: verdict }))
    .filter((one) => one.usualWay !== one.harness);
  const { version, drivenBy } = harness.identity;
  return {
    browser: browser.name,
    version,
    drivenBy,
    startUp: harness.startUp,
    usualWay: usual.measured,
    harness: harness.measured,
    ratio: round(harness.measured.casesPerSecond / usual.measured.casesPerSecond),
    differing,
    growth: grown,
  };
}

/** Starts a rig of its own, and times one way of running scenarios in it. */
async function timed(
  browser: BrowserChoice,
  scenarios: readonly PlannedScenario[],
  way: (scenarios: readonly PlannedScenario[], rig: Rig) => Promise<Verdicts>,
) {
  const before = performance.now();
  const rig = await Rig.start(browser);
  const start = performance.now();
  const endOfWatch = watchMemory();
  try {
    const verdicts = await way(scenarios, rig);
    const seconds = (performance.now() - start) / 1000;
    const measured: Measured = {
      cases: verdicts.size,
      seconds: round(seconds),
      casesPerSecond: round(verdicts.size / seconds),
      peakMemoryMiB: endOfWatch(),
    };
    return { verdicts, measured, startUp: round((start - before) / 1000), identity: rig.identity };
  } finally {
    endOfWatch();
    await rig.close();
  }
}

async function usualWay(scenarios: readonly PlannedScenario[], rig: Rig): Promise<Verdicts> {
  const verdicts: Verdicts = new Map();
  for (const one of scenarios.flatMap(({ cases }) => cases))
    verdicts.set(one.id, await runUsualWay(one, rig));
  return verdicts;
}

async function ourWay(scenarios: readonly PlannedScenario[], rig: Rig): Promise<Verdicts> {
  const verdicts: Verdicts = new Map();
  for (const batch of batches(scenarios)) {
    const { evidence } = await collectWithAttempts(batch, rig);
    for (const one of batch.flatMap(({ cases }) => cases)) {
      const seen = evidence.get(one.id);
      verdicts.set(one.id, seen === undefined ? 'inconclusive' : observe(one, seen).verdict);
    }
  }
  return verdicts;
}

/** To two digits after the point. */
const round = (value: number): number => Math.round(value * 100) / 100;
