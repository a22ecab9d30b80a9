import type { Advice } from '../../advice/advise.ts';
import type { BrowserChoice } from '../../engines/find.ts';
import { upgradedByHsts } from '../../judge/facets/way.ts';
import { urlsOf } from '../../plan/plan.ts';
import { plainQuestionOf } from '../../plan/question.ts';
import type { CaseRecord, Observation, Results } from '../../results/schema.ts';
import { failingIn } from '../../results/verdict.ts';
import { explain } from '../../spec/explain.ts';
import { closeBrowsers, startBrowsers } from '../start-browsers.ts';
import type { Answer, AnsweredConnection, CheckedAdvice, ObservedVerdict } from './answer-schema.ts';
import type { Asked } from './asked.ts';
import { adviceOn, documentAfter } from './changes.ts';
import { type PlannedConnection, planQuestion } from './plan-question.ts';
import { runQuestion } from './run-question.ts';

/** An answer, and the results it is made from. */
export interface Answered {
  answer: Answer;
  results: Results | null;
  /** Whether every browser did what the specifications say, or what is known and passes. */
  asSpecified: boolean;
}

/**
 * Tries a question in every browser, and after that, in the same browsers, the change that is advised for each connection
 * that is blocked.
 */
export async function answerTo(
  { documents, notes }: Asked,
  choices: readonly BrowserChoice[],
): Promise<Answered> {
  const question = planQuestion('check', 'The question', documents);
  const { connections, corpus } = question;
  const advised = new Map(connections.map((one) => [one, adviceOn(one)]));
  const changed = connections.flatMap((planned) => {
    const found = advised.get(planned)?.find(({ change }) => change !== undefined)?.change;
    return found === undefined ? [] : [documentAfter(planned, found)];
  });
  const trial = planQuestion('check-changes', 'The changes that are advised', changed);
  const names = choices.map(({ name }) => name);
  const hosts = [...new Set([...corpus.hosts, ...trial.corpus.hosts])];
  const browsers = await startBrowsers(choices, hosts);
  try {
    const results = question.scenario.cases.length > 0 ? await runQuestion(question, browsers) : null;
    const tried = trial.scenario.cases.length > 0 ? await runQuestion(trial, browsers) : null;
    const checkedOf = (planned: PlannedConnection): Record<string, ObservedVerdict> | undefined => {
      const found = trial.connections.find((one) => one.asked === planned.asked);
      return found && observedOf(found, tried, names);
    };
    return {
      answer: {
        browsers: (results?.browsers ?? []).map(({ name, version }) => ({ name, version })),
        notes,
        connections: connections.map((planned) =>
          answered(planned, results, names, withChecks(advised.get(planned) ?? [], checkedOf(planned))),
        ),
      },
      results,
      // Where every connection is impossible, nothing was tried.
      asSpecified: results !== null && failingIn(results).length === 0,
    };
  } finally {
    await closeBrowsers(browsers);
  }
}

function withChecks(advice: readonly Advice[], checked: CheckedAdvice['checked']): CheckedAdvice[] {
  const first = advice.findIndex(({ change }) => change !== undefined);
  return advice.map((one, index) => ({
    ...one,
    ...(index === first && checked !== undefined && { checked }),
  }));
}

function answered(
  planned: PlannedConnection,
  results: Results | null,
  browsers: readonly string[],
  advice: CheckedAdvice[],
): AnsweredConnection {
  const { asked, document, one, way } = planned;
  const spec = explain(plainQuestionOf(one));
  const seen = seenOf(planned, results);
  const of = <T>(take: (seen: Observation) => T) =>
    Object.fromEntries(Object.entries(seen).map(([browser, one]) => [browser, take(one)]));
  return {
    url: asked.url,
    redirects: asked.redirects,
    by: asked.by,
    page: document.page,
    context: document.context,
    spec: spec.verdict,
    decided: { by: spec.by, directive: spec.directive, hop: spec.blockedAtHop },
    observed: observedOf(planned, results, browsers),
    reason: of(({ reason }) => reason),
    script: of(({ evidence }) => inWords(evidence.outcome)),
    way,
    notes: Object.entries(seen).flatMap(([browser, one]) => secureNotes(planned, browser, one)),
    advice: spec.verdict === 'allowed' ? advice.filter(({ change }) => change === undefined) : advice,
  };
}

const seenOf = ({ one }: PlannedConnection, results: Results | null): CaseRecord['observed'] =>
  results?.cases.find(({ id }) => id === one.id)?.observed ?? {};

function observedOf(
  planned: PlannedConnection,
  results: Results | null,
  browsers: readonly string[],
): Record<string, ObservedVerdict> {
  const seen = seenOf(planned, results);
  const without = planned.way.how === 'impossible' ? 'impossible' : 'inconclusive';
  return Object.fromEntries(browsers.map((browser) => [browser, seen[browser]?.verdict ?? without]));
}

/** The outcome with the browser's own message, where there is one. */
function inWords({ shape, steps }: Observation['evidence']['outcome']): string {
  const message = steps
    .map(({ detail }) => detail?.message)
    .find((one) => typeof one === 'string' && one !== '');
  return message === undefined ? shape : `${shape}: ${message}`;
}

/** That a browser asked for https: where http: was written, and no policy told it to: it has the host built in, as HSTS. */
function secureNotes(
  { one, document }: PlannedConnection,
  browser: string,
  { evidence }: Observation,
): string[] {
  const policies = [...document.policy, ...document.meta].join();
  if (/upgrade-insecure-requests/i.test(policies)) return [];
  const planned = urlsOf(one.target);
  const upgraded = evidence.network.find(({ url, hop, kind }) => {
    const right = planned[hop];
    return kind !== 'connect' && right !== undefined && upgradedByHsts(url, right);
  });
  return upgraded === undefined
    ? []
    : [
        `${browser} asked for ${new URL(upgraded.url).protocol} instead: the host is built into it as one of HSTS.`,
      ];
}
