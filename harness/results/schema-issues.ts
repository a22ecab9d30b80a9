import type { z } from 'zod';

const SHOWN = 3;

/**
 * Says where data does not fit its schema.
 *
 * @returns the first few places, as `cases[3].observed.firefox.verdict: …`, in one line
 */
export function describeIssues(error: z.ZodError): string {
  const shown = error.issues.slice(0, SHOWN).map((issue) => `${pathText(issue.path)}: ${issue.message}`);
  const more = error.issues.length - shown.length;
  return shown.join('; ') + (more > 0 ? ` (and ${more} more)` : '');
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the whole file';
}
