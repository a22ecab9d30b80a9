import type { BrowserContext } from '@playwright/test';
import { adviceLines } from '../advice/advice-text.ts';
import { adviseOnViolation, type ReportedViolation } from '../advice/violation.ts';
import { explain } from '../spec/explain.ts';
import { keepResponses } from './delivered.ts';
import { observe } from './observe.ts';
import { isMeant, type UrlPattern } from './url-pattern.ts';

/** How wide messages are, in characters. */
export const messageWidth = 100;

/** What a test says of all violations at once: that none, any, or those of certain URLs may happen. */
export type AllowViolations = boolean | UrlPattern;

/** The violations of a test about `connect-src`, and what the test has said of them. */
export class Violations {
  readonly #seen: ReportedViolation[] = [];
  readonly #expected: UrlPattern[] = [];
  readonly #watched = new Map<BrowserContext, () => Promise<void>>();

  /** What has been seen so far, oldest first: of enforced policies and of report-only ones. */
  get seen(): readonly ReportedViolation[] {
    return this.#seen;
  }

  /**
   * Says that the page has to be kept from connecting to a URL in this test, before or after it happens. A test in which
   * no policy objects to it fails.
   *
   * @param url as in {@link UrlPattern}
   */
  expect(url: UrlPattern): void {
    this.#expected.push(url);
  }

  /** Watches a context that the test has made itself, before it opens a page. The test's own context is watched already. */
  async watch(context: BrowserContext): Promise<void> {
    if (this.#watched.has(context)) return;
    this.#watched.set(context, async () => {});
    keepResponses(context);
    this.#watched.set(context, await observe(context, (violation) => void this.#seen.push(violation)));
  }

  /** Waits until what has been fired so far is in {@link seen}. */
  async settle(): Promise<void> {
    await Promise.all([...this.#watched.values()].map((settle) => settle()));
  }

  /** Those that blocked a connection although the test neither expects nor allows it. */
  unexpected(allowed: AllowViolations): ReportedViolation[] {
    return this.#blocked().filter(
      ({ blockedURI }) =>
        allowed !== true &&
        !(allowed !== false && isMeant(blockedURI, allowed)) &&
        !this.#expected.some((pattern) => isMeant(blockedURI, pattern)),
    );
  }

  /** What the test expects and has not seen blocked: a policy that only reports lets it out. */
  missing(): UrlPattern[] {
    return this.#expected.filter(
      (pattern) => !this.#blocked().some(({ blockedURI }) => isMeant(blockedURI, pattern)),
    );
  }

  /** Those of enforced policies. */
  #blocked(): ReportedViolation[] {
    return this.#seen.filter(({ disposition }) => disposition !== 'report');
  }
}

/** The same with what to do about each, and the steps of the specifications: what is attached to a test that fails. */
export const explained = (violations: readonly ReportedViolation[]) =>
  violations.map((violation) => {
    const { question, advice } = adviseOnViolation(violation);
    return { violation, advice, explanation: question === null ? null : explain(question) };
  });

/** Violations in words, each with its advice; those that are alike are told once. */
export function violationText(violations: readonly ReportedViolation[]): string {
  const counts = new Map<string, { violation: ReportedViolation; count: number }>();
  for (const violation of violations) {
    const { blockedURI, documentURI, originalPolicy } = violation;
    const key = JSON.stringify([blockedURI, documentURI, originalPolicy]);
    counts.set(key, { violation, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .map(({ violation, count }) =>
      [
        `${violation.effectiveDirective}: ${violation.blockedURI}${count === 1 ? '' : ` (${count} times)`}`,
        ...adviceLines(adviseOnViolation(violation).advice, messageWidth).map((line) => `  ${line}`),
      ].join('\n'),
    )
    .join('\n\n');
}
