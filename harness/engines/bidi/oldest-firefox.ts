/** The oldest Firefox that was driven. What came before speaks less of WebDriver BiDi; how much less, nobody has tried. */
const OLDEST_FIREFOX = 115;

/** Why a version of Firefox is not driven, in words; null where it is. */
export function refusalOf(version: string): string | null {
  return Number.parseInt(version, 10) >= OLDEST_FIREFOX
    ? null
    : `this Firefox is too old: before ${OLDEST_FIREFOX} none was ever driven by the harness`;
}
