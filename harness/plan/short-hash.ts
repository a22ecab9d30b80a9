import { createHash } from 'node:crypto';

/** Six characters that stand for this content: the same for the same content on every machine, for ever. */
export function shortHash(content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest();
  return BigInt(`0x${digest.subarray(0, 8).toString('hex')}`)
    .toString(36)
    .padStart(6, '0')
    .slice(-6);
}
