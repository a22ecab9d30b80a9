import { expect, test } from '@playwright/test';
import {
  type BrowserSession,
  type ConsoleMessage,
  EngineError,
  type EnginePage,
} from '../../harness/engines/engine.ts';
import { DRIVEN } from './driven.ts';
import { type ForwardProxy, startForwardProxy } from './forward-proxy.ts';

for (const { title, name, start } of DRIVEN) {
  test.describe(title, () => {
    test.describe.configure({ mode: 'default' });
    let proxy: ForwardProxy;
    let session: BrowserSession;
    let page: EnginePage;
    let ended: string | undefined;

    test.beforeAll(async () => {
      proxy = await startForwardProxy();
      session = await start({ proxy });
      void session.closed.then((reason) => {
        ended = reason;
      });
      page = await session.open();
    });

    test.afterAll(async () => {
      await session?.close();
      await proxy?.stop();
    });

    test('says what it is, exactly', () => {
      expect(session.identity).toMatchObject({ name, engine: name });
      expect(session.identity.version).toMatch(/^\d+(\.\d+)+$/);
      expect(session.identity.os).not.toBe('');
      expect(session.identity.drivenBy).toMatch(
        /Playwright \d+\.\d+\.\d+ \(.+\)|WebKitWebDriver \(WebDriver\)|^WebDriver BiDi$/,
      );
    });

    for (const url of [
      'http://page.test/',
      'http://example.com:8080/path?query',
      'http://localhost:81/',
      'http://127.0.0.1:82/',
      'http://[::1]:83/',
    ]) {
      test(`loads ${url} through the proxy`, async () => {
        await page.goto(url);
        expect(await page.evaluate('document.body.textContent')).toBe(url);
        expect(proxy.requests).toContain(url);
      });
    }

    test('rejects when a page cannot be loaded', async () => {
      const doomed = await session.open();
      await expect(doomed.goto('https://refused.test/')).rejects.toMatchObject({
        name: 'EngineError',
        kind: 'protocol',
      });
      await doomed.close();
      expect(proxy.requests).toContain('https://refused.test:443');
    });

    test('opens pages after the last one was closed', async () => {
      for (const url of ['http://page.test/one', 'http://page.test/two']) {
        const next = await session.open();
        await next.goto(url);
        await next.close();
      }
      expect(proxy.requests).toContain('http://page.test/two');
    });

    test('brings values back', async () => {
      await page.goto('http://page.test/values');
      expect(await page.evaluate('6 * 7')).toBe(42);
      expect(await page.evaluate('Promise.resolve({ list: [1, null, "ü"] })')).toEqual({
        list: [1, null, 'ü'],
      });
      expect(await page.evaluate('undefined')).toBeUndefined();
    });

    test('tells what an expression threw', async () => {
      const script = { name: 'EngineError', kind: 'script' };
      await expect(page.evaluate('Promise.reject(new TypeError("no luck"))')).rejects.toMatchObject({
        ...script,
        message: 'TypeError: no luck',
      });
      await expect(page.evaluate('nowhere.to.be.found')).rejects.toMatchObject(script);
    });

    test("evaluates where the page's policy forbids every script", async () => {
      await page.goto('http://page.test/none');
      expect(await page.evaluate('document.title')).toBe('page');
      expect(await page.evaluate('new Promise((resolve) => queueMicrotask(() => resolve("later")))')).toBe(
        'later',
      );
    });

    test('leaves that policy in force', async () => {
      await page.goto('http://page.test/none');
      const outcome = await page.evaluate("fetch('/should-be-blocked').then(() => 'let out', String)");
      expect(outcome).toContain('TypeError');
      expect(proxy.requests.filter((url) => url.includes('should-be-blocked'))).toEqual([]);
    });

    test('tells console messages once, refusals included, or that it cannot', async () => {
      await page.goto('http://page.test/none/console');
      page.console();
      const worker = "new Worker(URL.createObjectURL(new Blob(['fetch(`http://page.test/by-worker`)'])))";
      await page.evaluate("fetch('/by-page').catch(() => console.log('marker'))");
      await page.goto('http://page.test/script/console');
      await page.evaluate(
        `document.head.innerHTML = '<meta http-equiv=content-security-policy content="connect-src \\'none\\'">'`,
      );
      if (name === 'webkit') {
        expect(page.console()).toBeNull();
        return;
      }
      const heard: ConsoleMessage[] = [];
      const texts = () => {
        heard.push(...(page.console() ?? []));
        return heard.map(({ type, text }) => `${type}: ${text}`);
      };
      for (const expected of [
        'log: marker',
        expect.stringMatching(/^error: (?=.*Content.Security.Policy).*http:\/\/page\.test\/by-page/),
      ]) {
        await expect.poll(texts).toContainEqual(expected);
      }
      // Firefox on a busy machine loses the script of a worker now and then.
      const byWorker = expect.stringMatching(
        /^error: (?=.*Content.Security.Policy).*http:\/\/page\.test\/by-worker/,
      );
      await expect(async () => {
        await page.evaluate(`${worker}.terminated`);
        await expect.poll(texts, { timeout: 5_000 }).toContainEqual(byWorker);
      }).toPass({ timeout: 60_000 });
      expect(texts().filter((text) => text === 'log: marker')).toHaveLength(1);
      expect(heard.every(({ time }) => time > 1e12)).toBe(true);
    });

    test('keeps several pages apart', async () => {
      const other = await session.open();
      await other.goto('http://other.test/');
      await page.goto('http://page.test/mine');
      expect(await other.evaluate('location.href')).toBe('http://other.test/');
      expect(await page.evaluate('location.href')).toBe('http://page.test/mine');
      await other.close();
      await other.close();
      expect(await page.evaluate('location.href')).toBe('http://page.test/mine');
      await expect(other.evaluate('1')).rejects.toMatchObject({ name: 'EngineError', kind: 'crash' });
      expect(ended).toBeUndefined();
    });

    test('lets a page open windows of its own', async () => {
      await page.goto('http://page.test/opener');
      expect(await page.evaluate("(window.popup = open('about:blank')) !== null")).toBe(true);
      await page.evaluate('window.popup.close()');
    });

    test('takes no window of a page for a new one', async () => {
      await page.goto('http://page.test/opener');
      await page.evaluate("(window.popup = open('http://page.test/never')) !== null");
      const opened = await session.open().catch((error: unknown) => error);
      if (opened instanceof EngineError)
        expect(opened.message).toBe('asked for a window, the browser gave one of a page');
      else expect(await (opened as EnginePage).evaluate('opener')).toBeNull();
      await page.evaluate('window.popup.close()');
    });
  });
}
