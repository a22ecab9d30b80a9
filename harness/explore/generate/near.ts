import { inWorld } from '../../plan/world.ts';
import { directivesOf } from '../invariant.ts';

/** As a source is written: CSP#grammardef-host-source without its rules. */
const PARTS = /^(?:([^:/]+):\/\/)?([^:/?#]+|\[[^\]]*\])(:[^/?#]*)?([/?#].*)?$/;

/**
 * URLs near what the sources of these policies match: what each names, at its own port and at the default one, and a path
 * below; of 'self' the page's origin, by its other scheme too. Only those that a server of ours answers for.
 */
export function near(policies: readonly string[], page: string): string[] {
  const sources = policies
    .flatMap((text) => text.split(','))
    .flatMap(directivesOf)
    .flatMap((directive) => directive.split(/[ \t]+/).slice(1));
  return [...new Set(sources.flatMap((source) => (isSelf(source) ? nearSelf(page) : nearSource(source))))];
}

const isSelf = (source: string): boolean => source.toLowerCase() === "'self'";

const nearSelf = (page: string): string[] => [page, page.replace(/^http/, 'ws')];

function nearSource(source: string): string[] {
  const [, scheme = 'https', host = '', port = '', path = '/'] = PARTS.exec(source) ?? [];
  const named = host.replace(/^\*\./, 'sub.').replace(/^\*$/, 'third.test');
  return [`${port}${path}`, path, `${port}${path.replace(/\/?$/, '/below')}`].flatMap((rest) => {
    const url = parsed(`${scheme}://${named}${rest}`);
    return url === null ? [] : [url];
  });
}

/** The URL, where it is one that can be opened here; null otherwise. */
function parsed(text: string): string | null {
  try {
    const { href, protocol, hostname, username } = new URL(text);
    return /^(https?|wss?):$/.test(protocol) && inWorld(hostname) && username === '' ? href : null;
  } catch {
    return null;
  }
}
