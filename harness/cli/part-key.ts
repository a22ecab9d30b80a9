/** A scenario in a browser, of which a run has one part. */
export const partKey = (browser: string, scenario: string): string => `${browser} ${scenario}`;
