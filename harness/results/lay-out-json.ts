/** Deeper than this, a value stands on one line whatever it holds. */
const DEPTH = 6;

/**
 * JSON text that diffs well and stays small: a list or object of plain values stands on one line,
 * one that holds others is spread over several, down to a depth.
 *
 * @param deepest the depth at which a value stands on one line whatever it holds; 0 is the whole
 */
export function layOutJson(value: unknown, deepest = DEPTH): string {
  const lines: string[] = [];
  spread(value, '', '', { depth: 0, deepest }, lines);
  return `${lines.join('\n')}\n`;
}

interface Level {
  depth: number;
  deepest: number;
}

function spread(
  value: unknown,
  label: string,
  comma: string,
  { depth, deepest }: Level,
  lines: string[],
): void {
  const indent = ' '.repeat(depth);
  if (depth >= deepest || !holdsOthers(value)) {
    lines.push(`${indent}${label}${JSON.stringify(value)}${comma}`);
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  lines.push(`${indent}${label}${open}`);
  entries.forEach(([key, inner], index) => {
    const innerLabel = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
    spread(inner, innerLabel, index < entries.length - 1 ? ',' : '', { depth: depth + 1, deepest }, lines);
  });
  lines.push(`${indent}${close}${comma}`);
}

function holdsOthers(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((inner) => typeof inner === 'object' && inner !== null)
  );
}
