import { createHash } from 'node:crypto';

/**
 * An id made of what it stands for, so that the same content has the same id in every run, and tables of several runs can
 * simply be united.
 *
 * @returns 48 bits of a hash as eight characters: no two of some ten thousand contents share them
 */
export const contentId = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 8);
