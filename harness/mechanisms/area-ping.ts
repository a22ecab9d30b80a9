import { clickWithPing, hasPing, pingRequest } from './hyperlink-ping.ts';
import type { Mechanism } from './mechanism.ts';

/** `<area ping>`: script sees nothing of it, blocked or not. */
export default {
  name: 'area[ping]',
  spec: 'HTML#hyperlink-auditing',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => pingRequest,
  blocked: ['returns'],
  followsHyperlink: true,
  detect: () => hasPing('area'),
  open: (call) => clickWithPing('area', call),
} satisfies Mechanism;
