import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** A prefetch by speculation rules: the request of a navigation to come, which no fetch directive governs. */
export default {
  name: 'speculationrules prefetch',
  spec: 'HTML#speculation-rules',
  schemes: ['https'],
  globals: ['window'],
  request: () => ({ destination: 'document', mode: 'navigate', redirect: 'follow' }),
  response: { contentType: 'text/html', body: '' },
  blocked: ['returns'],
  snippet: [
    "const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' });",
    "rules.textContent = JSON.stringify({ prefetch: [{ urls: [URL], eagerness: 'immediate' }] });",
    'document.head.append(rules);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () =>
    HTMLScriptElement.supports?.('speculationrules')
      ? null
      : '<script> does not support type=speculationrules',
  open({ url, record }) {
    const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' });
    rules.textContent = JSON.stringify({ prefetch: [{ urls: [url], eagerness: 'immediate' }] });
    document.head.append(rules);
    record.returns();
  },
} satisfies MechanismInPage;
