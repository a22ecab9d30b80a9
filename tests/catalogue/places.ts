/**
 * Prints, as JSON, every place where the mechanism `shout` and the context `lodge` show: run in a process of its own, since
 * the catalogue is read once.
 */
import { toBcd } from '../../harness/exports/bcd.ts';
import { toWptReport } from '../../harness/exports/wptreport.ts';
import { expand } from '../../harness/plan/expand.ts';
import { questionOf } from '../../harness/plan/question.ts';
import { askPage } from '../../harness/report/pages/ask.ts';
import { indexResults } from '../../harness/report/report.ts';
import { scriptFor } from '../../harness/report/reproduction.ts';
import { bundleAgent } from '../../harness/rig/bundle.ts';
import { blockedCase, firefox, observation, run } from '../results/synthetic-results.ts';

const documents = [{ context: 'lodge', by: 'shout', blocks: ['https://api.test/'] }];
const [one] = expand({ id: 'mine', title: 'Mine', documents }, 'mine', 'mine.ts').cases;
const results = run([blockedCase('mine', 'shout', { firefox: observation() })]);
const bundle = await bundleAgent(true);

console.log(
  JSON.stringify({
    case: one?.id,
    question: one && questionOf(one),
    opensInPage: bundle.includes('opened by shout'),
    makesInPage: bundle.includes('made by lodge'),
    snippet: scriptFor('shout', 'https://api.test/'),
    form: /<option[^>]*>shout<\/option>/.exec(askPage(indexResults(results)))?.[0],
    bcd: toBcd(results).http.headers['Content-Security-Policy']['connect-src'],
    wpt: toWptReport(results, firefox).results[0]?.subtests[0]?.name,
  }),
);
