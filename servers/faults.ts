import type { Destination } from './failure.ts';

/**
 * How a server misbehaves, for those who try what becomes of a verdict then:
 * - `refused`: it takes no connection, and no request that the proxy was sent itself;
 * - `no TLS`: what begins with a TLS handshake is answered in plain text;
 * - `silent`: it takes the request and never answers;
 * - `slow`: its answer's body comes byte by byte;
 * - `reset`: it resets the connection in the middle of the answer's body.
 *
 * The first two are about connections, and so for hosts; the others about requests, and so for cases.
 */
export type Fault = 'refused' | 'no TLS' | 'silent' | 'slow' | 'reset';

/** Which hosts and cases a fault was declared for. */
export class Faults {
  readonly #byName = new Map<string, Fault>();

  /** @param where a case id, or a host name as `URL.hostname` gives it; @param fault null takes it back */
  set(where: string, fault: Fault | null): void {
    if (fault === null) this.#byName.delete(where);
    else this.#byName.set(where, fault);
  }

  of({ case: caseId, authority }: Destination): Fault | undefined {
    return this.#byName.get(caseId ?? '') ?? this.#byName.get(authority?.replace(/:\d*$/, '') ?? '');
  }
}
