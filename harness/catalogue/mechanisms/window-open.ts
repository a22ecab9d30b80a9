import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `window.open()`: a navigation of the top level, which no fetch directive governs. The page it opens closes itself. */
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
    window.open(url);
    record.returns();
    record.settled();
  },
} satisfies MechanismInPage;
