import type { ContextData, ContextInPage } from '../context.ts';

/** A document that browsers keep in their back/forward cache, in a window of its own. */
export const kept = (name: string, title: string, when: Pick<ContextData, 'leaves'> = {}): ContextData => ({
  name,
  title,
  spec: 'HTML#reactivate-a-document',
  kind: 'document',
  global: 'window',
  opened: 'framed',
  opensWindow: true,
  own: 'document',
  returns: true,
  ...when,
});

/** Its window has no opener, since browsers keep no window that has one: it is heard by a channel, and told by it to close. */
export const keptInPage = {
  create({ own, listen }) {
    const channel = new BroadcastChannel(own);
    listen(channel);
    window.open(own, '_blank', 'noopener');
    addEventListener('pagehide', () => channel.postMessage('close'));
  },
} satisfies ContextInPage;
