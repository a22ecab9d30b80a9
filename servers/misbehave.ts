import type { ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { Fault } from './faults.ts';

/**
 * Answers a request in the way a fault wants it. What is about connections has happened by then, and the answer is whole.
 *
 * @param answer what would have been answered
 */
export async function misbehave(fault: Fault, response: ServerResponse, answer: Answer): Promise<void> {
  if (fault === 'silent') return;
  const body = Buffer.from(answer.body);
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  response.writeHead(answer.status, { 'Content-Length': body.length + (fault === 'reset' ? 1 : 0) });
  response.flushHeaders();
  for (const byte of body) {
    await new Promise((sent) => response.write(Buffer.of(byte), sent));
    if (fault === 'slow') await turn();
  }
  if (fault === 'reset') response.socket?.destroy();
  else response.end();
}
