import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Stdin } from '../read-input.ts';
import { answerLine } from './batch-line.ts';
import type { RequestFor } from './request-for.ts';

/** Answers are written in pieces of about this many characters: a write for each would be slow. */
const pieceLength = 1 << 16;

/**
 * Answers a batch, JSON Lines in and JSON Lines out, one answer per line and in the same order.
 * A bad line is answered with an `error`, and the others go on. Gives the exit code: 2 if any line was bad, else 0.
 */
export async function batchCommand(input: Stdin, output: Writable, requestFor: RequestFor): Promise<0 | 2> {
  let exitCode: 0 | 2 = 0;
  async function* answers() {
    let piece = '';
    let number = 0;
    for await (const line of linesOf(input)) {
      number += 1;
      const { text, bad } = answerLine(line, number, requestFor);
      if (bad) exitCode = 2;
      piece += `${text}\n`;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }
  try {
    await pipeline(Readable.from(answers()), output, { end: false });
  } catch (error) {
    // Whoever reads has read enough, as `head` does.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
  return exitCode;
}

/** The lines of a stream. Only LF ends a line: JSON may hold the other line separators of Unicode as they are. */
async function* linesOf(input: Stdin): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...others] = text.split('\n');
    rest += first;
    for (const line of others) {
      yield rest;
      rest = line;
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
