import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Message } from '../agent/protocol.ts';

/** What was said in a document's name and is not taken: by another document, or not in the words of the protocol. */
export interface Refused {
  kind: 'refused';
  /** The document it names, as far as it names one. */
  document: string | null;
  reason: string;
}

/** What a page has to tell: what its documents said, and what was refused. */
export type Heard = Message | Refused;

const text = z.string();
const fields = z.record(text, z.union([text, z.number(), z.boolean(), z.null()]));
const ofCase = { case: text };
const envelope = { document: text, key: text, time: z.number() };

/** The protocol of `harness/agent/protocol.ts`, for checking: whatever comes from a page may have been made up by it. */
const schema: z.ZodType<Message> = z.discriminatedUnion('kind', [
  z.strictObject({ ...envelope, ...ofCase, kind: z.enum(['called', 'settled', 'handled']) }),
  z.strictObject({ ...envelope, ...ofCase, kind: z.enum(['missing', 'unavailable']), reason: text }),
  z.strictObject({
    ...envelope,
    ...ofCase,
    kind: z.literal('step'),
    step: z.enum(['return', 'throw', 'resolve', 'reject', 'event']),
    name: text,
    shape: text,
    detail: z.record(text, z.unknown()).exactOptional(),
  }),
  z.strictObject({ ...envelope, kind: z.literal('violation'), target: text, fields }),
  z.strictObject({
    ...envelope,
    kind: z.literal('timings'),
    entries: z.array(z.strictObject({ url: text, tells: z.array(text) })),
  }),
  z.strictObject({ ...envelope, kind: z.literal('observes') }),
  z.strictObject({
    ...envelope,
    kind: z.literal('observed'),
    report: z.strictObject({ type: text, url: text, body: z.record(text, z.unknown()) }),
  }),
  z.strictObject({ ...envelope, kind: z.literal('failed'), reason: text }),
  z.strictObject({ ...envelope, kind: z.literal('unloaded') }),
]);

/**
 * The key of a document in one run: only who holds the secret can make one.
 *
 * @param secret the rig's own
 */
export const keyOf = (secret: string, run: string, document: string): string =>
  `${run}.${createHmac('sha256', secret).update(`${run} ${document}`).digest('base64url')}`;

/**
 * Reads what a page has to tell.
 *
 * @param list should be the text of a JSON array
 * @returns null where it is none; else each message, or why it is refused, and how many there were: a message of an
 *   earlier run, which comes too late, is left out
 */
export function read(list: unknown, secret: string, run: string): { heard: Heard[]; count: number } | null {
  const messages = typeof list === 'string' ? parsed(list) : null;
  if (!Array.isArray(messages)) return null;
  return { heard: messages.flatMap((message) => check(message, secret, run)), count: messages.length };
}

function check(message: unknown, secret: string, run: string): Heard[] {
  const result = schema.safeParse(message);
  if (!result.success) return [refused(message, 'is none of the protocol')];
  const { document, key } = result.data;
  const [keyRun = ''] = key.split('.');
  if (key !== keyOf(secret, keyRun, document)) return [refused(message, 'does not carry its key')];
  return keyRun === run ? [result.data] : [];
}

function refused(message: unknown, what: string): Refused {
  const { kind, document } = Object(message) as Record<string, unknown>;
  const reason = `a message of kind ${JSON.stringify(kind ?? null)} ${what}`;
  return { kind: 'refused', document: typeof document === 'string' ? document : null, reason };
}

function parsed(list: string): unknown {
  try {
    return JSON.parse(list);
  } catch {
    return null;
  }
}
