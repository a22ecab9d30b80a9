import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserChoice } from '../browsers.ts';
import { privateFolder } from '../private-folder.ts';

type Preferences = NonNullable<BrowserChoice['preferences']>;

/**
 * What Playwright sets in the Firefox that it drives, as far as it can change what a page does or keeps the start short:
 * one that is driven without it has to be the same browser otherwise.
 */
const AS_UNDER_PLAYWRIGHT: Preferences = {
  // What pages may do.
  'browser.contentblocking.features.standard': '-tp,tpPrivate,cookieBehavior0,-cm,-fp',
  'dom.security.https_first': false,
  'network.cookie.sameSite.laxByDefault': false,
  'network.http.speculative-parallel-limit': 0,
  'privacy.trackingprotection.enabled': false,
  // Pages nobody looks at are as awake as the others.
  'dom.min_background_timeout_value': 0,
  'dom.min_background_timeout_value_without_budget_throttling': 0,
  'dom.timeout.enable_budget_timer_throttling': false,
  'focusmanager.testmode': true,
  'layout.testing.top-level-always-active': true,
  // No end of a script's patience but the harness's own.
  'dom.ipc.reportProcessHangs': false,
  'dom.max_script_run_time': 0,
  // The rest only keeps the start short, and the browser from fetching things of its own.
  'app.normandy.api_url': '',
  'browser.pagethumbnails.capturing_disabled': true,
  'browser.sessionstore.resume_from_crash': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'extensions.getAddons.cache.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.manage-offline-status': false,
  'startup.homepage_welcome_url': 'about:blank',
  'toolkit.startup.max_resumed_crashes': -1,
};

/** One protocol alone: from 129 on it is the only one, before that Chromium's was there as well. */
const BIDI_ALONE: Preferences = { 'remote.active-protocols': 1 };

/**
 * Makes a profile in the private folder.
 * @param preferences what is set in it besides; these win
 * @returns its path
 */
export function makeProfile(preferences: Preferences): string {
  const folder = mkdtempSync(path.join(privateFolder(), 'firefox-'));
  const lines = Object.entries({ ...AS_UNDER_PLAYWRIGHT, ...BIDI_ALONE, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(path.join(folder, 'user.js'), lines.join(''));
  return folder;
}
