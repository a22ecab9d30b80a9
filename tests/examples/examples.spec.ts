import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { advise, changed } from '../../harness/advice/advise.ts';
import { asBrowsersRead } from '../../harness/advice/browsers-reading.ts';
import { mechanismNamed, oracleRequest } from '../../harness/catalogue/registry.ts';
import { explain, type Question } from '../../harness/spec/explain.ts';
import { type Example, examples, pageOf } from './example.ts';
import { markdownOf } from './page.ts';

/** The question of each connection, as the command line asks it. */
const questionsOf = ({ page, policy, reportOnly, meta, context, connections }: Example): Question[] =>
  connections.map(({ by, url, redirects }) => {
    const mechanism = mechanismNamed(by);
    if (mechanism === undefined) throw new Error(`There is no mechanism ${by}`);
    return {
      self: page,
      url,
      request: oracleRequest(mechanism),
      mixedContent: true,
      ...(policy && { policy }),
      ...(reportOnly && { reportOnly }),
      ...(meta && { meta }),
      ...(context && { context }),
      ...(redirects && { redirects }),
    };
  });

test('ten kinds of policy are there, each with its page', () => {
  expect(examples).toHaveLength(10);
  const pages = readdirSync(path.dirname(pageOf('a'))).sort();
  expect(pages).toEqual(examples.map(([name]) => path.basename(pageOf(name))).sort());
});

for (const [name, example] of examples) {
  const questions = questionsOf(example);

  for (const [index, { url, expect: verdict, spec, advice = [], add }] of example.connections.entries())
    test(`${name}: ${url}`, () => {
      const question = questions[index] as Question;
      expect(asBrowsersRead(question).verdict).toBe(verdict);
      expect(explain(question).verdict).toBe(spec ?? verdict);
      const found = advise(question);
      expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(advice));
      const least = found.find(({ id }) => id === 'least-to-add') ?? found.find(({ change }) => change);
      expect(least?.change?.add).toBe(add);
      if (least?.change) expect(asBrowsersRead(changed(question, least.change)).verdict).toBe('allowed');
    });

  test(`${name}: its page says what the oracle says`, () => {
    const markdown = markdownOf(name, example, questions);
    // UPDATE_EXAMPLES=1 writes the pages anew.
    if (process.env.UPDATE_EXAMPLES) writeFileSync(pageOf(name), markdown);
    expect(readFileSync(pageOf(name), 'utf8')).toBe(markdown);
  });
}
