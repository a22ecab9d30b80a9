import { type Advice, advise } from '../../harness/advice/advise.ts';
import type { Question } from '../../harness/spec/explain.ts';
import type { Example } from './example.ts';

/** An example as a page of the documentation, with the advice as it is given. */
export function markdownOf(
  name: string,
  { title, about, page, policy = [], reportOnly = [], meta = [], context, connections }: Example,
  questions: readonly Question[],
): string {
  const delivered = [
    ...policy.map((text) => `Content-Security-Policy: ${text}`),
    ...reportOnly.map((text) => `Content-Security-Policy-Report-Only: ${text}`),
    ...meta.map((text) => `<meta http-equiv="Content-Security-Policy" content="${text}">`),
  ];
  const rows = connections.map(
    ({ by, url, redirects = [], expect, but = {}, spec }) =>
      `| ${by} | ${[url, ...redirects].map((one) => `\`${one}\``).join(' → ')} | ${spec ?? expect} | ${[expect, ...Object.entries(but).map(([browser, verdict]) => `in ${browser} ${verdict}`)].join('; ')} |`,
  );
  const advice = connections.flatMap(({ url, advice: named }, index) => {
    const question = questions[index];
    if (named === undefined || question === undefined) return [];
    return [
      `### \`${url}\``,
      '',
      ...advise(question)
        .filter(({ id }) => id !== 'script-sees')
        .flatMap(item),
      '',
    ];
  });
  return [
    `# ${title}`,
    '',
    about,
    '',
    `${context === undefined ? 'Page' : `A ${context} at`} ${page}`,
    '',
    '```http',
    ...delivered,
    '```',
    '',
    '| by | to | specification | browsers |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...(advice.length === 0 ? [] : ['## Advice', '', ...advice]),
    `Made from [\`examples/${name}.json\`](../../examples/${name}.json), which the tests run.`,
    '',
  ].join('\n');
}

const item = ({ says, change }: Advice): string[] => [
  `- ${says}`,
  ...(change === undefined ? [] : ['  ```http', ...change.policies.map((policy) => `  ${policy}`), '  ```']),
];
