/** Starts every browser, says `ready`, and waits to be ended by a signal. Run by clean-up.spec.ts. */
import { launch, resolveBrowser } from '../../harness/engines/find.ts';

for (const name of ['chromium', 'firefox', 'webkit']) {
  const session = await launch(resolveBrowser(name), { proxy: { host: '127.0.0.1', port: 9 } });
  await session.open();
}
process.stdout.write('ready');
setInterval(() => {}, 1000);
