import type { BrowserContext, Page } from 'playwright';
import type { ProxyPass } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { LIMITS } from '../time-limits.ts';
import type { PlaywrightSessionParts } from './session.ts';

// Playwright's own way to show a proxy's credentials would intercept every request, and turn the cache off. In both ways
// here the request to the greeting is the only one: the browser shows by itself from then on what it was told there.

/** How each new context of Chromium is told the credentials of its proxy. */
export function introduceChromium({ username, password, greeting }: ProxyPass): PlaywrightSessionParts {
  const ready = async (context: BrowserContext, page: Page) => {
    const session = await context.newCDPSession(page);
    const ignore = () => {};
    session.on('Fetch.requestPaused', ({ requestId }) => {
      session.send('Fetch.continueRequest', { requestId }).catch(ignore);
    });
    let told = false;
    session.on('Fetch.authRequired', ({ requestId }) => {
      // Asked again, it was not believed: a second answer would be the same.
      const authChallengeResponse = told
        ? ({ response: 'CancelAuth' } as const)
        : ({ response: 'ProvideCredentials', username, password } as const);
      told = true;
      session.send('Fetch.continueWithAuth', { requestId, authChallengeResponse }).catch(ignore);
    });
    await session.send('Fetch.enable', {
      handleAuthRequests: true,
      patterns: [{ urlPattern: greeting.url }],
    });
    await greet(page, greeting);
    await session.send('Fetch.disable');
    await session.detach();
  };
  return { ready };
}

/** How each new context of a stock Firefox is told them: Playwright answers challenges for as long as a context has any. */
export function introduceStockFirefox({ username, password, greeting }: ProxyPass): PlaywrightSessionParts {
  const ready = async (context: BrowserContext, page: Page) => {
    await greet(page, greeting);
    await context.setHTTPCredentials(null);
  };
  const { origin } = new URL(greeting.url);
  return { ready, context: { httpCredentials: { username, password, origin } } };
}

/** Playwright's own builds are told by Playwright when they start: here they show that they were. */
export const introduceBuild = ({ greeting }: ProxyPass): PlaywrightSessionParts => ({
  ready: (_, page) => greet(page, greeting),
});

async function greet(page: Page, { url, text }: ProxyPass['greeting']): Promise<void> {
  await page.goto(url, { timeout: LIMITS.navigation });
  if ((await page.textContent('body'))?.trim() === text) return;
  throw new EngineError('protocol', 'the browser does not show the credentials of the proxy');
}
