import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `@import` in a style sheet: governed by style-src-elem. The style element's own events say nothing of it for certain. */
export default {
  name: 'CSS @import',
  spec: 'CSP#directive-style-src-elem',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'style', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'text/css', body: '' },
  blocked: ['returns'],
  snippet: [
    "const style = document.createElement('style');",
    "style.textContent = '@import url(' + JSON.stringify(URL) + ');';",
    'document.head.append(style);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open({ url, record }) {
    const style = document.createElement('style');
    style.textContent = `@import url(${JSON.stringify(url)});`;
    document.head.append(style);
    record.returns();
    record.settled();
  },
} satisfies MechanismInPage;
