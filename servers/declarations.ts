import type { Behaviour } from './behaviour.ts';
import { parseUrl } from './parse-url.ts';
import { checkHeaders, type Resource } from './resource.ts';

/** What was declared for the run: resources by URL, behaviours by case. */
export class Declarations {
  #resources = new Map<string, Resource>();
  #behaviours = new Map<string, Behaviour>();

  /** @throws Error when the URL is not an absolute http(s) one, or a header cannot be sent */
  serve(url: string, resource: Resource): void {
    const parsed = parseUrl(url);
    if (!parsed || !/^https?:$/.test(parsed.protocol)) {
      throw new Error(`cannot serve ${JSON.stringify(url)}: give an absolute http: or https: URL`);
    }
    checkHeaders(resource.headers, url);
    this.#resources.set(withoutQuery(parsed), resource);
  }

  /** @throws Error when a header cannot be sent */
  behave(caseId: string, behaviour: Behaviour): void {
    checkHeaders(behaviour.headers ?? [], `case ${caseId}`);
    for (const { location } of behaviour.hops ?? []) checkHeaders([['Location', location]], `case ${caseId}`);
    this.#behaviours.set(caseId, behaviour);
  }

  resourceAt(url: URL): Resource | undefined {
    return this.#resources.get(withoutQuery(url));
  }

  behaviourOf(caseId: string | null): Behaviour | undefined {
    return caseId === null ? undefined : this.#behaviours.get(caseId);
  }

  reset(): void {
    this.#resources.clear();
    this.#behaviours.clear();
  }
}

function withoutQuery(url: URL): string {
  return url.origin + url.pathname;
}
