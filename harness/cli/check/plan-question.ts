import { mechanismNamed } from '../../catalogue/registry.ts';
import { withoutQuery } from '../../plan/address.ts';
import { checkAllowlists } from '../../plan/checks/allowlists.ts';
import { checkHeaders } from '../../plan/checks/headers.ts';
import { marks } from '../../plan/checks/marks.ts';
import { expand } from '../../plan/expand.ts';
import { hostsOf } from '../../plan/hosts.ts';
import type { Corpus } from '../../plan/load.ts';
import { type PlannedCase, type PlannedScenario, refusesUrl } from '../../plan/plan.ts';
import { questionOf } from '../../plan/question.ts';
import type { Target } from '../../plan/scenario.ts';
import { shortHash } from '../../plan/short-hash.ts';
import { type WayIn, wayInto } from '../../plan/way-in.ts';
import { explain } from '../../spec/explain.ts';
import type { AskedConnection, AskedDocument } from './asked.ts';

/** A connection of a question, planned. */
export interface PlannedConnection {
  asked: AskedConnection;
  document: AskedDocument;
  one: PlannedCase;
  way: WayIn;
}

/** Connections that are to be tried together, as one scenario. */
export interface PlannedQuestion {
  /** In the order they were asked in; those that cannot be played included. */
  connections: PlannedConnection[];
  /** What can be played. */
  scenario: PlannedScenario;
  corpus: Corpus;
}

/** Plans documents as one scenario. As nobody says what to expect, the oracle's answer is expected. */
export function planQuestion(
  id: string,
  title: string,
  documents: readonly AskedDocument[],
): PlannedQuestion {
  const joined = joinSame(documents);
  const planned = expand({ id, title, documents: joined.map(documentSource) }, 'check', 'check');
  checkHeaders(planned);
  checkAllowlists(planned);
  const byDocument = planned.documents.map((document) =>
    planned.cases.filter((one) => one.document === document),
  );
  const connections = joined.flatMap((document, index) =>
    document.connections.flatMap((asked): PlannedConnection[] => {
      const one = (byDocument[index] ?? []).find(
        ({ mechanism, target }) =>
          mechanism.name === asked.by &&
          target.url === new URL(plain(asked.url)).href &&
          JSON.stringify(target.redirects.map(({ to }) => to)) === JSON.stringify(asked.redirects.map(plain)),
      );
      return one === undefined ? [] : [{ asked, document, one, way: wayInto(one.document) }];
    }),
  );
  for (const { one } of connections) one.expected = explain(questionOf(one)).verdict;
  const played = connections.filter(({ way }) => way.how !== 'impossible').map(({ one }) => one);
  const scenario = {
    ...planned,
    documents: planned.documents.filter((document) => played.some((one) => one.document === document)),
    cases: planned.cases.filter((one) => played.includes(one)),
  };
  const corpus: Corpus = {
    scenarios: [scenario],
    file: 'check',
    hosts: hostsOf([scenario]),
    hash: shortHash([id, joined]),
  };
  return { connections, scenario, corpus };
}

/** Documents that are alike but for their connections are one, and no connection is asked twice. */
function joinSame(documents: readonly AskedDocument[]): AskedDocument[] {
  const joined = new Map<string, AskedDocument>();
  for (const { connections, ...document } of documents) {
    const key = JSON.stringify(document);
    const before = joined.get(key)?.connections ?? [];
    const all = new Map([...before, ...connections].map((one) => [keyOf(one), one]));
    joined.set(key, { ...document, connections: [...all.values()] });
  }
  return [...joined.values()];
}

/** Connections that differ in their queries alone are one: no policy looks at a query. */
const keyOf = ({ url, redirects, by }: AskedConnection): string =>
  JSON.stringify([by, [url, ...redirects].map((each) => withoutQuery(plain(each)))]);

function documentSource({ connections, ...document }: AskedDocument) {
  const targets = connections.map(
    ({ url, redirects, by }): Exclude<Target, string> => ({
      url: plain(url),
      redirects: redirects.map(plain),
      by: [by],
    }),
  );
  const refused = ({ url, by = [] }: Exclude<Target, string>) =>
    by.some((name) => {
      const mechanism = mechanismNamed(name);
      return mechanism !== undefined && refusesUrl(mechanism, url);
    });
  return {
    ...document,
    by: [...new Set(connections.map(({ by }) => by))],
    allows: targets.filter((one) => !refused(one)),
    refuses: targets.filter(refused),
  };
}

/** The servers' own query parameters are taken out: no policy looks at a query. */
function plain(text: string): string {
  const url = new URL(text);
  for (const name of marks) if (url.searchParams.has(name)) url.searchParams.delete(name);
  return url.href;
}
