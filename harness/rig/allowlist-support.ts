import { contextNamed, mechanismNamed } from '../catalogue/registry.ts';
import { deliversAllowlist, none } from '../plan/delivery.ts';
import type { PlannedCase, PlannedDocument } from '../plan/plan.ts';
import { shortHash } from '../plan/short-hash.ts';
import { attribute } from './attribute.ts';
import { reached } from './control-outcome.ts';
import type { Instance } from './instance.ts';
import type { Rig } from './rig.ts';
import type { Stage } from './stage.ts';

/** Why a browser has no verdict on a document with an allowlist, in words. */
export const LACKS_ALLOWLISTS =
  'Connection-Allowlist is not enforced: from a document that it holds to its own origin, a request to another arrived';

/**
 * Whether the browser knows no Connection-Allowlist, as its behaviour tells: a document with `(response-origin)` asks the same
 * host at another port. Asked once of each browser, and only where a case is about that header. Where the request neither
 * arrives nor fails it is asked again the next time, and the browser is taken to know the header.
 *
 * @throws EngineError when the browser crashes or hangs
 */
export async function lacksAllowlists(
  cases: readonly PlannedCase[],
  rig: Rig,
  stage: Stage,
): Promise<boolean> {
  const first = cases.find(({ document }) => deliversAllowlist(document));
  if (first === undefined) return false;
  if (rig.knowsAllowlists === null) {
    const probe = probeFor(first.document);
    await stage.open([probe]);
    const [{ id } = { id: '' }] = probe.connections;
    const share = attribute([probe], await stage.messages(), []).get(id);
    const arrived = reached(rig.servers.ledger.of(id), 0);
    if (arrived || share?.settled) rig.knowsAllowlists = !arrived;
  }
  return rig.knowsAllowlists === false;
}

/** A document at the same origin, whose allowlist is its origin alone, and a request to another port of its host. */
function probeFor(document: PlannedDocument): Instance {
  const page = new URL('/', document.page);
  const context = contextNamed('frame');
  const mechanism = mechanismNamed('fetch');
  if (context === undefined || mechanism === undefined)
    throw new Error('the catalogue has no frame or fetch');
  const elsewhere = new URL(page);
  elsewhere.port = page.port === '8443' ? '8444' : '8443';
  const id = `allowlist-probe/${shortHash(page.origin)}`;
  const target = { url: elsewhere.href, redirects: [], cors: '*' as const, status: 200, options: {} };
  const probing: PlannedDocument = {
    ...document,
    ...none,
    id,
    page: page.href,
    context,
    allowlist: ['(response-origin)'],
    creator: null,
    metaPlacement: 'head',
    markup: '',
    status: 200,
    reports: null,
    collector: 'cross-site',
  };
  return { id, document: probing, connections: [{ id: `${id}/fetch`, mechanism, target }], detect: false };
}
