import type { Answer, Context, Creator } from './context.ts';
import { needsServiceWorker } from './detect.ts';
import { embed } from './embed.ts';
import { register } from './register.ts';

/** A framed document behind a service worker without policies that answers so. Script is the witness: the servers see the worker’s requests. */
export const controlled = (answer: Answer) =>
  ({
    spec: 'CSP#should-block-response',
    kind: 'frame',
    global: 'window',
    opened: 'framed',
    own: 'document',
    witness: 'script',
    serviceWorker: answer,
    loads: [
      { by: 'creator', destination: 'serviceworker', url: 'agent' },
      { by: 'creator', destination: 'iframe', url: 'own' },
    ],
    detect: needsServiceWorker,
    async create({ own, agent, body, listen, start }: Creator) {
      start(await register(agent, new URL('./', own).href), { answer });
      listen(window);
      embed(body, { src: own });
    },
  }) satisfies Partial<Context>;
