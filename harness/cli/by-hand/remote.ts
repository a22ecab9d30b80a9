import { z } from 'zod';
import { HOST_PATH } from '../../plan/world.ts';

/** Where the page asks for its next command, and where it reports: on its own origin, so that any browser lets it. */
export const COMMAND_PATH = '/connect-src-command/';
export const ANSWER_PATH = '/report/by-hand';

/** A command for the page in the person's browser: an expression to evaluate, and the ticket to ask for the next one with. */
export interface Command {
  expression: string;
  next: string;
}

/** What came of it, as the page posts it: it may have been made up by whatever else runs in that browser. */
export const answerSchema = z.strictObject({
  /** The ticket of the command. */
  ticket: z.string(),
  userAgent: z.string().max(1000),
  value: z.unknown().optional(),
  error: z.string().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/**
 * The script that lets a host page in the person's own browser stand in for a driven one: it fetches one command after
 * the other, evaluates it, and posts what came of it. Nobody can guess a ticket: the first one comes in the fragment of
 * the link that opens the page, each other one with the command before it. The next one is kept across navigations.
 */
export const remoteScript = `
;(() => {
  if (typeof document !== 'object' || window.parent !== window || location.pathname !== ${JSON.stringify(HOST_PATH)}) return;
  const first = location.hash.slice(1);
  if (first) {
    sessionStorage.setItem('connect-src-next', first);
    history.replaceState(null, '', location.pathname);
  }
  const post = (answer) =>
    fetch(${JSON.stringify(ANSWER_PATH)}, { method: 'POST', body: JSON.stringify({ ...answer, userAgent: navigator.userAgent }) });
  const turn = async () => {
    const ticket = sessionStorage.getItem('connect-src-next');
    if (!ticket) return document.documentElement.append('Open this page by the link on the start page.');
    const response = await fetch(${JSON.stringify(COMMAND_PATH)} + ticket, { cache: 'no-store' });
    if (response.status !== 200) return setTimeout(turn, 100);
    const { expression, next } = await response.json();
    sessionStorage.setItem('connect-src-next', next);
    try {
      await post({ ticket, value: (await (0, eval)(expression)) ?? null });
    } catch (error) {
      await post({ ticket, error: String(error) });
    }
    turn();
  };
  turn();
})();
`;
