import type { Behaviour } from './behaviour.ts';
import { parseUrl } from './parse-url.ts';
import { checkHeaders, type Resource } from './resource.ts';

/** What was declared for the run: resources by URL, behaviours by case. */
export class Declarations {
  #resources = new Map<string, Resource>();
  #behaviours = new Map<string, Behaviour>();
  /** Of the cases with an answer of its own for the first request, those that had it. */
  #begun = new Set<string>();

  /** @throws Error when the URL is not an absolute http(s) one, or a header cannot be sent */
  serve(url: string, resource: Resource): void {
    const parsed = parseUrl(url);
    if (!parsed || !/^https?:$/.test(parsed.protocol)) {
      throw new Error(`cannot serve ${JSON.stringify(url)}: give an absolute http: or https: URL`);
    }
    for (let one: Resource | undefined = resource; one; one = one.next) checkHeaders(one.headers, url);
    this.#resources.set(withoutQuery(parsed), resource);
  }

  /** @throws Error when a header cannot be sent */
  behave(caseId: string, behaviour: Behaviour): void {
    for (const headers of [behaviour.headers, behaviour.first]) checkHeaders(headers ?? [], `case ${caseId}`);
    for (const { location } of behaviour.hops ?? []) checkHeaders([['Location', location]], `case ${caseId}`);
    this.#behaviours.set(caseId, behaviour);
  }

  /** What a request for this URL is answered with; the next one by what comes after it, if anything does. */
  answerAt(url: URL): Resource | undefined {
    const key = withoutQuery(url);
    const resource = this.#resources.get(key);
    if (resource?.next) this.#resources.set(key, resource.next);
    return resource;
  }

  behaviourOf(caseId: string | null): Behaviour | undefined {
    return caseId === null ? undefined : this.#behaviours.get(caseId);
  }

  /** What the first request of a case is answered with, when this is it and it has an answer of its own. */
  firstOf(caseId: string | null): Behaviour['first'] {
    const first = this.behaviourOf(caseId)?.first;
    if (caseId === null || first === undefined || this.#begun.has(caseId)) return undefined;
    this.#begun.add(caseId);
    return first;
  }

  reset(): void {
    this.#resources.clear();
    this.#behaviours.clear();
    this.#begun.clear();
  }
}

function withoutQuery(url: URL): string {
  return url.origin + url.pathname;
}
