/** Whether a path-part matches a URL's path, CSP#match-paths. Case matters; percent-encoding does not, within a segment. */
export function matchPaths(pathA: string, pathB: string): boolean {
  // Step 1.
  if (pathA === '') return true;
  // Step 2.
  if (pathA === '/' && pathB === '') return true;
  // Step 3: A final slash asks for what is below, anything else for exactly this path.
  const exactMatch = !pathA.endsWith('/');
  // Step 4.
  const listA = pathA.split('/');
  const listB = pathB.split('/');
  // Step 5.
  if (listA.length > listB.length) return false;
  // Step 6.
  if (exactMatch && listA.length !== listB.length) return false;
  // Step 7.
  if (!exactMatch) listA.pop();
  // Steps 8 and 9: Decoding comes after splitting, so an encoded slash is not a separator.
  return listA.every((pieceA, index) => percentDecode(pieceA) === percentDecode(listB[index] ?? ''));
}

/** Percent-decodes ASCII text to bytes, each written as the code point of its number. */
function percentDecode(piece: string): string {
  return piece.replace(/%([0-9a-f]{2})/gi, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  );
}
