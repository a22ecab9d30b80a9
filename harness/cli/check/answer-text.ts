import { columns } from '../columns.ts';
import type { Answer, AnsweredConnection, CheckedAdvice } from './answer-schema.ts';

/** The answer for a terminal: a table of connections and browsers, and below it what there is to say of each block. */
export function answerText({ browsers, connections, notes }: Answer, names: readonly string[]): string {
  const heads = names.map((name) => {
    const version = browsers.find((one) => one.name === name)?.version;
    return version === undefined ? name : `${name} ${version.split('.').slice(0, 2).join('.')}`;
  });
  const rows = connections.map((one) => [
    title(one),
    one.spec,
    ...names.map((name) => one.observed[name] ?? 'no result'),
  ]);
  const pages = new Set(connections.map(({ page, context }) => `${context} ${page}`));
  const ways = new Set(
    connections.flatMap(({ way, context }) =>
      way.how === 'script'
        ? []
        : [`${context}: ${way.how === 'injected' ? injected(way.because) : `not possible: ${way.because}`}`],
    ),
  );
  const blocks = connections.filter((one) => isWorthSaying(one, names)).map((one) => block(one, names));
  return [
    `From ${[...pages].join(', ')}:`,
    '',
    ...columns([['connection', 'specification', ...heads], ...rows]),
    ...(ways.size > 0 ? ['', ...ways] : []),
    ...(notes.length > 0 ? ['', ...notes] : []),
    ...blocks.flatMap((lines) => ['', ...lines]),
  ].join('\n');
}

const injected = (because: string): string =>
  `${because}; so the browser's driver ran it, which no policy governs. The policy was delivered as it is written.`;

const title = ({ by, url, redirects }: AnsweredConnection): string =>
  `${by} ${[url, ...redirects].join(' → ')}`;

const isWorthSaying = (one: AnsweredConnection, names: readonly string[]): boolean =>
  one.spec === 'blocked' || one.notes.length > 0 || names.some((name) => one.observed[name] !== one.spec);

function block(one: AnsweredConnection, names: readonly string[]): string[] {
  const differing = names.filter((name) => one.observed[name] !== one.spec && one.reason[name] !== undefined);
  return [
    `${title(one)}: ${one.spec}${hop(one)}`,
    ...one.advice.flatMap((each) => [`  ${each.says}`, ...after(each)]),
    ...grouped(names, (name) => one.script[name]).map(([who, saw]) => `  Script in ${who}: ${saw}`),
    ...differing.map((name) => `  ${name} differs: ${one.observed[name]}. ${one.reason[name]}`),
    ...one.notes.map((note) => `  ${note}`),
  ];
}

const hop = ({ decided }: AnsweredConnection): string =>
  decided.hop === null || decided.hop === 0 ? '' : ` at redirect ${decided.hop}`;

/** The changed policies, and whether browsers let the connection through with them. */
function after({ change, checked }: CheckedAdvice): string[] {
  if (change === undefined || checked === undefined) return [];
  const verdicts = grouped(Object.keys(checked), (name) => checked[name]);
  const tried = verdicts.map(([who, verdict]) => `${verdict} in ${who}`).join(', ');
  return [...change.policies.map((policy) => `    ${policy}`), `    Tried: ${tried}.`];
}

/** Browsers of which the same is said, together. */
function grouped(names: readonly string[], say: (name: string) => string | undefined): [string, string][] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const said = say(name);
    if (said !== undefined) groups.set(said, [...(groups.get(said) ?? []), name]);
  }
  return [...groups].map(([said, who]) => [who.join(', '), said]);
}
