import { test } from '@playwright/test';
import type { BrowserSession, LaunchOptions } from '../../harness/engines/engine.ts';
import { launch, resolveBrowser } from '../../harness/engines/find.ts';
import { launchPlaywright } from '../../harness/engines/playwright/launch.ts';

/** One browser, and a way in which it is driven. */
export interface Driven {
  title: string;
  name: 'chromium' | 'firefox' | 'webkit';
  start(options: LaunchOptions): Promise<BrowserSession>;
}

const byDefault = (name: Driven['name']): Driven => ({
  title: name,
  name,
  start: (options) => launch(resolveBrowser(name), options),
});

/** The browsers, each as it is driven by default, and a stock Firefox as it is driven where Playwright has to find it. */
export const DRIVEN: readonly Driven[] = [
  byDefault('chromium'),
  byDefault('firefox'),
  byDefault('webkit'),
  {
    title: 'firefox by Playwright',
    name: 'firefox',
    start: async (options) => {
      const choice = resolveBrowser('firefox');
      test.skip(choice.how !== 'system', "Playwright's own Firefox is not one that anybody else has");
      return launchPlaywright(choice, options);
    },
  },
];
