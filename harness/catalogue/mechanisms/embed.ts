import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `<embed>`: governed by object-src. Whether a blocked one fires `load` is left open, so that no event of it is recorded. */
export default {
  name: 'embed',
  spec: 'HTML#the-embed-element',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'embed', mode: 'navigate', redirect: 'follow' }),
  response: { contentType: 'text/html', body: '' },
  blocked: ['returns'],
  isolated: true,
  snippet: [
    "const embed = document.createElement('embed');",
    'embed.onload = embed.onerror = console.log;',
    'embed.src = URL;',
    'document.body.append(embed);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open({ url, record }) {
    document.body.append(Object.assign(document.createElement('embed'), { type: 'text/html', src: url }));
    record.returns();
    record.settled();
  },
} satisfies MechanismInPage;
