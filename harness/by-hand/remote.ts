import { HOST_PATH } from '../plan/world.ts';

/** Where the page asks for its next command, and where it reports: on its own origin, so that any browser lets it. */
export const COMMAND_PATH = '/connect-src-command/';
export const ANSWER_PATH = '/report/by-hand';

/** A command for the page in the person's browser: an expression to evaluate. */
export interface Command {
  expression: string;
}

/** What came of it. */
export interface Answer {
  command: number;
  userAgent: string;
  value?: unknown;
  error?: string;
}

/**
 * The script that lets a host page in the person's own browser stand in for a driven one: it fetches one command after
 * the other, evaluates it, and posts what came of it. The number of the next command is kept across navigations.
 */
export const remoteScript = `
;(() => {
  if (typeof document !== 'object' || window.parent !== window || location.pathname !== ${JSON.stringify(HOST_PATH)}) return;
  const post = (answer) =>
    fetch(${JSON.stringify(ANSWER_PATH)}, { method: 'POST', body: JSON.stringify({ ...answer, userAgent: navigator.userAgent }) });
  const turn = async () => {
    const number = Number(sessionStorage.getItem('connect-src-next') ?? 0);
    const response = await fetch(${JSON.stringify(COMMAND_PATH)} + number, { cache: 'no-store' });
    if (response.status !== 200) return setTimeout(turn, 100);
    const { expression } = await response.json();
    sessionStorage.setItem('connect-src-next', String(number + 1));
    try {
      await post({ command: number, value: (await (0, eval)(expression)) ?? null });
    } catch (error) {
      await post({ command: number, error: String(error) });
    }
    turn();
  };
  turn();
})();
`;
