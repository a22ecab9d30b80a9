import { takeConfigurationFile } from '../engines/configuration-file.ts';
import { browsersFromEnvironment, findBrowser } from '../engines/find.ts';
import { listenFromEnvironment } from '../engines/listen.ts';
import { proxyPortFromEnvironment } from '../engines/proxy-port.ts';
import { isUserError } from '../errors.ts';
import { loadCorpus } from '../plan/load.ts';
import { jitterFromEnvironment } from '../rig/jitter.ts';
import { crash } from './crash.ts';
import { endOnRigFailure } from './rig-failure.ts';
import { watchParent } from './watch-parent.ts';

/**
 * For `playwright.config.ts`: the names of the run's browsers. Stops the process with exit code 2 and a message, before
 * any browser starts, when the scenarios or the names are not what they should be. Whether a browser is installed is
 * not asked, for `--project` may leave it out.
 */
export async function browsersOrExit(): Promise<string[]> {
  endOnRigFailure();
  watchParent();
  try {
    jitterFromEnvironment();
    listenFromEnvironment();
    proxyPortFromEnvironment();
    // Workers load the configuration again; by then the scenarios have been checked.
    if (process.env.TEST_WORKER_INDEX === undefined) await loadCorpus(process.env.CONNECT_SRC_SCENARIOS);
    await takeConfigurationFile();
    const names = [...browsersFromEnvironment().keys()];
    for (const name of names) findBrowser(name);
    return names;
  } catch (error) {
    if (!isUserError(error)) crash(error);
    console.error(error.message);
    process.exit(2);
  }
}
