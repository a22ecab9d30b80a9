import { clickWithPing, hasPing, pingRequest } from './hyperlink-ping.ts';
import type { Mechanism } from './mechanism.ts';

/** `<a ping>`: script sees nothing of it, blocked or not. */
export default {
  name: 'a[ping]',
  spec: 'HTML#hyperlink-auditing',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => pingRequest,
  blocked: ['returns'],
  followsHyperlink: true,
  detect: () => hasPing('a'),
  open: (call) => clickWithPing('a', call),
} satisfies Mechanism;
