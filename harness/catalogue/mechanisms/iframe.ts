import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `<iframe src>`: governed by frame-src. Blocked or not, it fires `load`. */
export default {
  name: 'iframe',
  spec: 'HTML#process-the-iframe-attributes',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'iframe', mode: 'navigate', redirect: 'follow' }),
  response: { contentType: 'text/html', body: '' },
  blocked: ['returns'],
  isolated: true,
  snippet: [
    "const iframe = document.createElement('iframe');",
    'iframe.onload = iframe.onerror = console.log;',
    'iframe.src = URL;',
    'document.body.append(iframe);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open({ url, record }) {
    const frame = document.createElement('iframe');
    frame.addEventListener('load', () => record.settled());
    frame.src = url;
    document.body.append(frame);
    record.returns();
  },
} satisfies MechanismInPage;
