import { deliversAllowlist } from '../../plan/delivery.ts';
import type { Corpus } from '../../plan/load.ts';
import type { PlannedCase, PlannedScenario } from '../../plan/plan.ts';
import { plainQuestionOf } from '../../plan/question.ts';
import { addressOf } from '../../report/anchors.ts';
import { type Delivered, type Explanation, explain, type Question, type Step } from '../../spec/explain.ts';
import { VECTORS_VERSION, type Vector, type VectorPage, type VectorStep, type Vectors } from './schema.ts';

/** Every document has this name below its page: a question is then the same wherever it is asked. */
const DOCUMENT = 'document';

/**
 * What the oracle answers to every question of the corpus, as data for other implementations. Cases that ask the same,
 * such as those of several mechanisms with one kind of request, give one vector. Those of documents with a Connection-Allowlist
 * are left out: that is another text, and a draft.
 */
export function toVectors({ scenarios, hash }: Corpus): Vectors {
  const steps = new StepTable();
  const vectors = new Map<string, Vector>();
  let leftOut = 0;
  for (const scenario of scenarios)
    for (const one of scenario.cases) {
      if (deliversAllowlist(one.document)) {
        leftOut += 1;
        continue;
      }
      const question = plainQuestionOf(one, DOCUMENT);
      // With the defaults filled in: what is left out asks the same as what is written out.
      const asked = { page: pageOf(question), connection: connectionOf(question) };
      const key = JSON.stringify(asked);
      if (!vectors.has(key)) vectors.set(key, vectorOf(scenario, one, question, asked, steps));
    }
  const made = { steps: steps.all, vectors: [...vectors.values()] };
  return { version: VECTORS_VERSION, corpus: hash, leftOut, ...made };
}

function vectorOf(
  { scenario }: PlannedScenario,
  one: PlannedCase,
  question: Question,
  asked: Pick<Vector, 'page' | 'connection'>,
  steps: StepTable,
): Vector {
  const { by, ...explanation } = explain(question);
  if (by === 'connection-allowlist') throw new Error(`${one.id}: no vector speaks of an allowlist`);
  const { verdict, directive, matched, blockedAtHop, contacted, disputed, ...answer } = explanation;
  return {
    id: one.id,
    title: scenario.title,
    section: scenario.spec === undefined ? null : addressOf(scenario.spec),
    ...asked,
    ...{ verdict, by, directive, matched, blockedAtHop, contacted, disputed },
    violations: answer.violations.map(violationOf),
    steps: answer.steps.map((step) => steps.placeOf(step)),
  };
}

/** How policies reach a global, with everything filled in that a question leaves to the defaults. */
function pageOf({ self, context, policy, reportOnly, meta, status, page, creator }: Delivered): VectorPage {
  return {
    url: self,
    context: context ?? 'document',
    policy: list(policy),
    reportOnly: list(reportOnly),
    meta: list(meta).map((element) => {
      const given = typeof element === 'string' ? { content: element } : element;
      return { parent: 'head', httpEquiv: 'Content-Security-Policy', ...given };
    }),
    status: status ?? 200,
    ...(page !== undefined && { globalUrl: page }),
    ...(creator && { creator: pageOf(creator) }),
  };
}

const list = <T extends string | object>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T];

function connectionOf({ url, redirects = [], request = {}, serviceWorker }: Question): Vector['connection'] {
  const { client, ...given } = request;
  return {
    url,
    redirects: [...redirects],
    request: {
      destination: '',
      mode: 'cors',
      redirect: 'follow',
      serviceWorkersMode: 'all',
      initiator: '',
      nonce: '',
      integrity: '',
      parserMetadata: '',
      webTransportHashes: false,
      violationsOptional: false,
      client: client !== null,
      webrtc: false,
      refusesCredentials: false,
      ...given,
    },
    ...(serviceWorker && { serviceWorker }),
  };
}

function violationOf(violation: Explanation['violations'][number]): Vector['violations'][number] {
  const { policyIndex, disposition, effectiveDirective, blockedURI, documentURI } = violation;
  const { statusCode, times, atLeastOnce, optional } = violation;
  return {
    ...{ policyIndex, disposition, effectiveDirective, blockedURI, documentURI },
    ...{ statusCode, times, atLeastOnce, optional },
  };
}

/** Every step once: most answers take the same ones. */
class StepTable {
  readonly all: VectorStep[] = [];
  readonly #places = new Map<string, number>();

  placeOf(step: Step): number {
    const key = JSON.stringify(step);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const { anchor, ...rest } = step;
    this.#places.set(key, this.all.length);
    return this.all.push({ anchor, link: addressOf(anchor), ...rest }) - 1;
  }
}
