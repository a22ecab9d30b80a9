import { contentId } from '../results/content-id.ts';
import type { Explored } from './document.ts';

/**
 * What two shrunk documents have in common that show the same thing with other words: names of hosts, and numbers of ports
 * that mean nothing else, are replaced, in the order in which they come; what is syntax stays.
 */
export function shape(document: Explored): string {
  const { page = 'https://page.test/', context = 'frame', by, targets, ...delivered } = document;
  const text = JSON.stringify([page, context, by, Object.entries(delivered).sort(), targets]);
  const names = new Map<string, string>();
  const named = text.replace(/\b[\w-]+(?:\.[\w-]+)+\b|\blocalhost\b/g, (host) => {
    const labels = host.split('.');
    const name = names.get(host) ?? `host${names.size + 1}:${labels.length}`;
    names.set(host, name);
    return name;
  });
  const ports = new Map<string, string>();
  return named.replace(/(?<=host\d+:\d+:)[1-9]\d*/g, (port) => {
    if (port === '80' || port === '443' || Number(port) > 65535) return port;
    const name = ports.get(port) ?? `port${ports.size + 1}`;
    ports.set(port, name);
    return name;
  });
}

/** What a finding is known by: the same one always gets the same name, whatever its hosts are called. */
export const idOf = ({ kind, says, document }: { kind: string; says: string; document: Explored }): string =>
  `explored-${contentId([kind, says, shape(document)])}`;
