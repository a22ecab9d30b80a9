/**
 * The first Firefox whose parser knows the attributes of an `import()`, which the script in the harness's pages has
 * (https://developer.mozilla.org/docs/Web/JavaScript/Reference/Operators/import). An older one starts, and runs none of it.
 */
const OLDEST_FIREFOX = 138;

/** Why a version of Firefox is not driven, in words; null where it is. */
export function refusalOf(version: string): string | null {
  return Number.parseInt(version, 10) >= OLDEST_FIREFOX
    ? null
    : `this Firefox is too old: before ${OLDEST_FIREFOX} it cannot parse the attributes of an import(), which the harness's pages use`;
}
