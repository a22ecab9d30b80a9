import type { Advice } from '../../advice/advice.ts';
import { adviceFor } from '../../advice/advice-for.ts';
import { adviceLines } from '../../advice/advice-text.ts';
import { situationOf } from '../../advice/situation.ts';
import type { HarQuestions } from './questions.ts';

/** The answer for one connection of a HAR. */
interface Answer {
  url: string;
  redirects: readonly string[];
  by: string;
  verdict: 'allowed' | 'blocked';
  directive: string | null;
  matched: string | null;
  blockedAtHop: number | null;
  advice: Advice[];
}

/** Answers every question of a HAR. Connections that are alike are answered once. */
export const answerHar = (documents: readonly HarQuestions[]) =>
  documents.map(({ document, connections }) => {
    const answers = new Map<string, Answer>();
    for (const { by, question } of connections) {
      const key = JSON.stringify([by, question.url, question.redirects]);
      if (answers.has(key)) continue;
      const situation = situationOf(question);
      const { verdict, directive, matched, blockedAtHop } = situation.text;
      const { url, redirects = [] } = question;
      answers.set(key, {
        url,
        redirects,
        by,
        verdict,
        directive,
        matched,
        blockedAtHop,
        advice: adviceFor(situation),
      });
    }
    return { document, connections: [...answers.values()] };
  });

/** The same for a terminal: a line for each connection, and its advice where it is blocked. */
export function harText(answers: ReturnType<typeof answerHar>, width: number): string[] {
  if (answers.length === 0) return ['No document of it made a connection that connect-src governs.'];
  return answers.flatMap(({ document, connections }, index) => [
    ...(index === 0 ? [] : ['']),
    document,
    ...connections.flatMap(({ verdict, by, url, redirects, advice }) => [
      `  ${verdict} ${by} ${[url, ...redirects].join(' -> ')}`,
      ...(verdict === 'blocked' ? adviceLines(advice, width - 4).map((line) => `    ${line}`) : []),
    ]),
  ]);
}
