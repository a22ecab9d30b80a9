import { contextTraits, type Question } from '../spec/explain.ts';
import { parseUrl } from '../spec/url-record.ts';
import { deliveredPolicies } from './delivered-policies.ts';
import { governing, sourceList } from './policy-text.ts';

/** What a question looks like, for saying which known differences of browsers it meets. */
interface Look {
  question: Question;
  /** Every source of the directives that govern connections. */
  sources: readonly string[];
  metas: readonly string[];
  upgrades: boolean;
}

const anySource =
  (pattern: RegExp) =>
  ({ sources }: Look): boolean =>
    sources.some((source) => pattern.test(source));

const asksForHttp = ({ question: { url }, upgrades }: Look): boolean => upgrades && /^(http|ws):/i.test(url);
const isOpaque = ({ question, sources }: Look): boolean =>
  contextTraits[question.context ?? 'document'].origin === 'opaque' &&
  sources.some((source) => /^'self'$/i.test(source));

/** When a policy and a connection meet a recorded cause of `scenarios/expectations/causes/`, by the cause's id. */
const meets: Readonly<Record<string, (look: Look) => boolean>> = {
  'ports-80-and-443-are-one': anySource(/:(80|443)(\/|$)/),
  'explicit-port-of-another-scheme': anySource(/^(http|ws):\/\/[^/]*:\d/i),
  'port-beyond-65535': anySource(/:(6553[6-9]|655[4-9]\d|65[6-9]\d\d|6[6-9]\d{3}|[7-9]\d{4}|\d{6,})(\/|$)/),
  'firefox-port-with-leading-zeros': anySource(/:0\d/),
  'firefox-host-with-a-trailing-dot': anySource(/[a-z0-9]\.(:|\/|$)/i),
  'query-in-source': anySource(/[?#]/),
  'path-with-two-slashes': anySource(/[^:/]\/\//),
  'wildcard-host-with-a-path': anySource(/^\*(:[\d*]+)?\/./),
  'webkit-wildcard-host-with-a-port': anySource(/^\*:\d/),
  'wildcard-host-with-local-scheme': anySource(/^(data|blob):\/\/\*/i),
  'meta-with-a-list-of-policies': ({ metas }) => metas.some((meta) => meta.includes(',')),
  'chromium-keepalive-matches-paths-after-redirects': ({ question, sources }) =>
    (question.redirects ?? []).length > 0 &&
    sources.some((source) => /^([a-z]+:\/\/)?[^/]+\/./i.test(source)),
  'fetch-is-checked-before-the-upgrade': asksForHttp,
  'chromium-checks-fetch-before-the-upgrade': asksForHttp,
  'webkit-checks-before-the-upgrade': asksForHttp,
  'webkit-self-of-an-opaque-origin-is-everything': isOpaque,
  'firefox-self-in-local-documents-is-not-for-websockets': ({ question }) =>
    /^wss?:/i.test(question.url) && /srcdoc|blob|data|about/.test(question.context ?? ''),
};

/** The ids of causes that can be recognised. */
export const recognised: readonly string[] = Object.keys(meets);

/** The ids of recorded causes that a question meets: where browsers may differ from what the oracle says. */
export function differencesMet(question: Question): string[] {
  const policies = deliveredPolicies(question);
  const sources = policies.flatMap(({ text }) => {
    const directive = governing(text, 'connect-src');
    return directive === null ? [] : sourceList(text, directive);
  });
  const look: Look = {
    question: { ...question, url: parseUrl(question.url)?.href ?? question.url },
    sources,
    metas: policies.filter(({ in: place }) => place === 'meta').map(({ text }) => text),
    upgrades: policies.some(({ text }) => /(^|;)\s*upgrade-insecure-requests\b/i.test(text)),
  };
  return recognised.filter((id) => meets[id]?.(look));
}
