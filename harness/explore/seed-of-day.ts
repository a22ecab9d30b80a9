/** How many rounds of a day have seeds of their own; more begin with those of the next day. */
const ROUNDS = 100;

/**
 * The seed of a day: another each night, and anybody can name it again.
 *
 * @param day as 2026-11-24
 * @returns the digits of the day and two zeros, 2026112400, since each round of an exploration takes the next number
 */
export const seedOfDay = (day: string): number => Number(day.replaceAll('-', '')) * ROUNDS;
