import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { clickWithPing, hasPing, pingRequest, sendPings } from '../support/hyperlink-ping.ts';

/** `<a ping>`: script sees nothing of it, blocked or not. */
export default {
  name: 'a[ping]',
  spec: 'HTML#hyperlink-auditing',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => pingRequest,
  blocked: ['returns'],
  followsHyperlink: true,
  snippet: [
    "const link = document.createElement('a');",
    "link.href = '#';",
    'link.ping = URL;',
    'document.body.append(link);',
    'link.click();',
  ],
  placeInForm: 8,
  bcd: { flags: { firefox: [sendPings] } },
} satisfies Mechanism;

export const inPage = {
  detect: () => hasPing('a'),
  open: (call) => clickWithPing('a', call),
} satisfies MechanismInPage;
