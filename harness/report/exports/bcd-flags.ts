import type { BcdBrowser } from './bcd-browser.ts';

/** browser-compat-data's flag statement: what a user must switch on to have the feature. */
export interface BcdFlag {
  type: 'preference';
  name: string;
  value_to_set: string;
}
export type BcdFlags = [BcdFlag, ...BcdFlag[]];

const sendPings: BcdFlags = [{ type: 'preference', name: 'browser.send_pings', value_to_set: 'true' }];

/** By browser and mechanism, what is off by default and was switched on to measure it. */
export const bcdFlags: Partial<Record<BcdBrowser, Readonly<Record<string, BcdFlags>>>> = {
  firefox: { 'a[ping]': sendPings, 'area[ping]': sendPings },
};
