import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/**
 * `window.open()`: a navigation of the top level, which no fetch directive governs. The page it opens closes itself. It is
 * settled when the window shows another document than its first: a window takes long on a busy machine, and the one of the
 * control may overtake it.
 */
export default {
  name: 'window.open',
  spec: 'HTML#window-open-steps',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'document', mode: 'navigate', redirect: 'follow' }),
  response: { contentType: 'text/html', body: '<script>close()</script>' },
  blocked: ['returns'],
  snippet: ['window.open(URL);'],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open({ url, record }) {
    const opened = window.open(url);
    record.returns();
    const timer = setInterval(() => {
      if (opened !== null && showsInitialDocument(opened)) return;
      clearInterval(timer);
      // What a browser shows in place of a page that it has blocked stays open. Chromium asks for that page again after a
      // second, on its own account (seen in 156: it then follows a redirect that a Connection-Allowlist had blocked).
      opened?.close();
      record.settled();
    }, 50);
  },
} satisfies MechanismInPage;

/** Whether a window has come no further than the about:blank it begins with. What is of another origin tells no address. */
function showsInitialDocument(opened: Window): boolean {
  try {
    return !opened.closed && opened.location.href === 'about:blank';
  } catch {
    return false;
  }
}
