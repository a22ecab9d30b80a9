import type { Rule } from './rule.ts';
import commas from './rules/commas.ts';
import customSchemes from './rules/custom-schemes.ts';
import decidedBy from './rules/decided-by.ts';
import defaultSrc from './rules/default-src.ts';
import disputed from './rules/disputed.ts';
import everyPolicy from './rules/every-policy.ts';
import exactPath from './rules/exact-path.ts';
import failsAllTheSame from './rules/fails-all-the-same.ts';
import hotReload from './rules/hot-reload.ts';
import leastToAdd from './rules/least-to-add.ts';
import localSchemes from './rules/local-schemes.ts';
import loopbackNames from './rules/loopback-names.ts';
import neverMatches from './rules/never-matches.ts';
import notAscii from './rules/not-ascii.ts';
import notGoverned from './rules/not-governed.ts';
import opaqueSelf from './rules/opaque-self.ts';
import ports from './rules/ports.ts';
import redirects from './rules/redirects.ts';
import reportOnly from './rules/report-only.ts';
import schemes from './rules/schemes.ts';
import scriptSees from './rules/script-sees.ts';
import secondDirective from './rules/second-directive.ts';
import serviceWorker from './rules/service-worker.ts';
import subdomains from './rules/subdomains.ts';
import unknownDirective from './rules/unknown-directive.ts';
import unquotedKeywords from './rules/unquoted-keywords.ts';
import unusableUrl from './rules/unusable-url.ts';
import webSocketSchemes from './rules/websocket-schemes.ts';
import workers from './rules/workers.ts';

/** Every rule of advice, in the order in which they speak. */
export const rules: readonly Rule[] = [
  // What happened.
  unusableUrl,
  decidedBy,
  reportOnly,
  notGoverned,
  failsAllTheSame,
  // What is wrong with the policy.
  unquotedKeywords,
  commas,
  notAscii,
  secondDirective,
  unknownDirective,
  neverMatches,
  // Why no source matches.
  webSocketSchemes,
  localSchemes,
  customSchemes,
  loopbackNames,
  ports,
  hotReload,
  schemes,
  exactPath,
  subdomains,
  opaqueSelf,
  // What to do.
  leastToAdd,
  // What to know besides.
  defaultSrc,
  everyPolicy,
  redirects,
  serviceWorker,
  workers,
  disputed,
  scriptSees,
];
