/**
 * What a writer may have meant by a word that is not known.
 *
 * @param known the words that may stand there
 * @returns the nearest of them, then all of them; ready to be shown
 */
export function suggest(word: string, known: readonly string[]): string {
  const all = `Known are: ${known.join(', ')}.`;
  const near = nearest(word, known);
  return near === null ? all : `Did you mean "${near}"? ${all}`;
}

/** The known word that takes fewest changes to reach, two at most; null where none is that near. */
function nearest(word: string, known: readonly string[]): string | null {
  const byDistance = known
    .map((one) => ({ one, far: distance(one.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [first] = byDistance;
  return first !== undefined && first.far <= 2 ? first.one : null;
}

/** Levenshtein distance, for words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
