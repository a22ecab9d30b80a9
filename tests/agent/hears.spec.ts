import { expect, test } from '@playwright/test';
import { hearReports } from '../../harness/agent/observed-reports.ts';
import { hearTimings } from '../../harness/agent/resource-timing.ts';
import { hearViolations } from '../../harness/agent/violations.ts';

/** Puts things into the global for the time of one test. */
function withGlobals(globals: Record<string, unknown>, during: () => void): void {
  const before = Object.entries(globals).map(
    ([name]) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    during();
  } finally {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
  }
}

test('a violation event is heard while it is captured, with its target and every field, null where it has none', () => {
  const heard: unknown[] = [];
  const page = new EventTarget();
  withGlobals(
    {
      addEventListener(name: string, listener: (event: object) => void, capture: boolean) {
        expect([name, capture]).toEqual(['securitypolicyviolation', true]);
        listener({ target: page, blockedURI: 'https://api.test/', statusCode: 200, disposition: 'enforce' });
      },
    },
    () => hearViolations((target, fields) => heard.push(target, fields)),
  );
  expect(heard).toEqual([
    'EventTarget',
    expect.objectContaining({ blockedURI: 'https://api.test/', statusCode: 200, sourceFile: null }),
  ]);
});

test('a Resource Timing entry is heard of a case only, with the fields that say something', () => {
  const heard: unknown[] = [];
  const entries = [
    { name: 'https://api.test/?case=d/1', requestStart: 5, responseStatus: 0, transferSize: 12 },
    { name: 'https://page.test/agent.js', requestStart: 5 },
  ];
  class PerformanceObserver {
    readonly #heard: (list: object) => void;
    constructor(heard: (list: object) => void) {
      this.#heard = heard;
    }
    observe() {
      this.#heard({ getEntries: () => entries });
    }
  }
  withGlobals({ PerformanceObserver }, () => hearTimings((found) => heard.push(...found)));
  expect(heard).toEqual([{ url: 'https://api.test/?case=d/1', tells: ['requestStart', 'transferSize'] }]);
});

test('an observed report is heard with the fields of its body, which are getters of its prototype', () => {
  class Body {
    toJSON() {}
  }
  Object.defineProperty(Body.prototype, 'blockedURL', { enumerable: true, get: () => 'https://api.test/' });
  class ReportingObserver {
    readonly #heard: (reports: object[]) => void;
    constructor(heard: (reports: object[]) => void) {
      this.#heard = heard;
    }
    observe() {
      this.#heard([{ type: 'csp-violation', url: 'https://page.test/', body: new Body() }]);
    }
  }
  const heard: unknown[] = [];
  withGlobals({ ReportingObserver }, () => expect(hearReports((one) => heard.push(one))).toBe(true));
  expect(heard).toEqual([
    { type: 'csp-violation', url: 'https://page.test/', body: { blockedURL: 'https://api.test/' } },
  ]);
  withGlobals({ ReportingObserver: undefined }, () => expect(hearReports(() => {})).toBe(false));
});
