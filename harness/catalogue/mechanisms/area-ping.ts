import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { clickWithPing, hasPing, pingRequest, sendPings } from '../support/hyperlink-ping.ts';

/** `<area ping>`: script sees nothing of it, blocked or not. */
export default {
  name: 'area[ping]',
  spec: 'HTML#hyperlink-auditing',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => pingRequest,
  blocked: ['returns'],
  followsHyperlink: true,
  snippet: [
    "const area = document.createElement('area');",
    "area.href = '#';",
    'area.ping = URL;',
    'document.body.append(area);',
    'area.click();',
  ],
  bcd: { flags: { firefox: [sendPings] } },
} satisfies Mechanism;

export const inPage = {
  detect: () => hasPing('area'),
  open: (call) => clickWithPing('area', call),
} satisfies MechanismInPage;
