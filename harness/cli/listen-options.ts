import type { Command } from 'commander';
import { LISTEN, listenFromEnvironment } from '../engines/listen.ts';
import { PROXY_PORT, proxyPortFromEnvironment } from '../engines/proxy-port.ts';

/** What the options of {@link listening} give. */
export interface ListenOptions {
  listen?: string;
  proxyPort?: string;
}

/**
 * A command that starts browsers, with the options that say where the proxy listens. They are set in the environment, where
 * every process of the run finds them, before the command acts.
 */
export const listening = (command: Command): Command =>
  command
    .option(
      '--listen <address>',
      `where a browser on another machine reaches the proxy: an IP address of this machine (${LISTEN}); by default nothing but 127.0.0.1 listens`,
    )
    .option(
      '--proxy-port <port>',
      `the proxy's port, for a browser that takes the system's proxy, as Safari does (${PROXY_PORT}); one worker, one browser`,
    )
    .hook('preAction', (_, acting) => {
      const { listen, proxyPort } = acting.opts<ListenOptions>();
      if (listen !== undefined) process.env[LISTEN] = listen;
      if (proxyPort !== undefined) process.env[PROXY_PORT] = proxyPort;
      listenFromEnvironment();
      proxyPortFromEnvironment();
    });
