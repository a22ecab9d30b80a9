import type { IncomingMessage } from 'node:http';

/** Reads a request's body as text. An upload that breaks off gives what came until then. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    // The page went away. The request had left all the same, and is in the ledger.
  }
  return Buffer.concat(chunks).toString();
}
