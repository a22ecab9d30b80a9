import { type HostSource, parseSourceExpression } from '../spec/source-expression.ts';
import { defaultPorts, parseUrl, serializeOrigin, type UrlRecord } from '../spec/url-record.ts';
import type { Situation } from './situation.ts';

/** A host-source of a list that blocks, with its token as it is written. */
export interface WrittenSource extends HostSource {
  token: string;
}

/** Every host-source of the lists that object, each once. */
export function hostSources({ objections }: Situation): WrittenSource[] {
  const tokens = new Set(objections.flatMap(({ sources }) => sources));
  return [...tokens].flatMap((token) => {
    const source = parseSourceExpression(token);
    return source.kind === 'host' ? [{ ...source, token }] : [];
  });
}

/** Those of them that name the host of the URL, or cover it by a wildcard, and yet do not match. */
export function sourcesOfHost(situation: Situation): WrittenSource[] {
  const host = situation.target?.host?.toLowerCase();
  if (host === undefined) return [];
  return hostSources(situation).filter((source) => coversHost(source.host.toLowerCase(), host));
}

const coversHost = (pattern: string, host: string): boolean =>
  pattern === host || pattern === '*' || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)));

/** The scheme that a source stands for: its own, or the one of where the policies come from; null where that is opaque. */
export const schemeOf = (source: HostSource, { question }: Situation): string | null =>
  source.scheme?.toLowerCase() ?? selfUrl({ question })?.scheme ?? null;

/** The URL whose origin `'self'` stands for; null where it is opaque. */
export function selfUrl({ question }: Pick<Situation, 'question'>): UrlRecord | null {
  const url = parseUrl(question.self);
  return url !== null && defaultPorts.has(url.scheme) ? url : null;
}

/** Whether any list that objects has this keyword, in any case. */
export const hasKeyword = ({ objections }: Situation, keyword: string): boolean =>
  objections.some(({ sources }) => sources.some((source) => source.toLowerCase() === keyword));

/** Whether a source matches http or https where the URL asks for the WebSocket scheme of it, or the same. */
export const isWebSocketUrl = (target: UrlRecord | null): target is UrlRecord =>
  target !== null && (target.scheme === 'ws' || target.scheme === 'wss');

/** An origin as a source expression writes it. */
export function originSource({ scheme, host, port }: UrlRecord): string {
  return host === null ? `${scheme}:` : serializeOrigin({ scheme, host, port });
}
