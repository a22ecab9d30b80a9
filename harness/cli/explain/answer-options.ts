import { adviceFor } from '../../advice/advice-for.ts';
import { situationOf } from '../../advice/situation.ts';
import { adviseOnViolation } from '../../advice/violation.ts';
import { UserError } from '../../errors.ts';
import { longestViolation, readViolations } from '../../input/violation.ts';
import { firstGiven } from '../question-options.ts';
import { readInput, type Stdin } from '../read-input.ts';
import { answerHar, harText } from './har.ts';
import { type QuestionOptions, questionOf, questionsOfHar } from './questions.ts';
import type { RequestFor } from './request-for.ts';
import { explanationLines, violationLines } from './text.ts';

/** What is asked: a connection, a HAR, or a violation. */
export interface AnswerOptions extends QuestionOptions {
  violation?: string;
}

/**
 * What was asked for, as `--json` prints it and as a terminal shows it.
 *
 * @param width how wide the terminal is, in characters
 * @throws {UserError} that names the option that is wrong
 */
export async function answerOptions(
  options: AnswerOptions,
  requestFor: RequestFor,
  stdin: Stdin,
  width: number,
): Promise<{ answer: object; lines: string[] }> {
  requireOne(options);
  if (options.violation !== undefined) {
    const { text, name } = await readInput('--violation', options.violation, stdin, longestViolation);
    const violations = readViolations(text, name).map((violation) => ({
      violation,
      ...adviseOnViolation(violation),
    }));
    return { answer: { violations }, lines: violations.flatMap((one) => violationLines(one, width)) };
  }
  if (options.har !== undefined) {
    const documents = answerHar(await questionsOfHar(options.har, requestFor, stdin));
    return { answer: { documents }, lines: harText(documents, width) };
  }
  const situation = situationOf(await questionOf(options, requestFor, stdin));
  const { text: explanation } = situation;
  const advice = adviceFor(situation);
  return { answer: { ...explanation, advice }, lines: explanationLines(explanation, advice, width) };
}

/** A violation and a HAR bring their own policies and URLs. */
function requireOne(options: AnswerOptions): void {
  const name = options.violation !== undefined ? '--violation' : options.har !== undefined ? '--har' : null;
  if (name === null) return;
  const beside =
    firstGiven(options, ['har', 'context']) ??
    (name === '--violation' && options.har !== undefined ? '--har' : undefined);
  if (beside !== undefined)
    throw new UserError(`${name}: it cannot stand beside ${beside}`, 'Ask them one after the other.');
}
