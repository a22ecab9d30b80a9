import type { MechanismInPage } from '../catalogue/mechanism.ts';
import { hearReports } from './observed-reports.ts';
import { type PageConnection, type PagePlan, type Tell, teller, type Up } from './protocol.ts';
import { nameOf, recorderFor } from './recorder.ts';
import { hearTimings } from './resource-timing.ts';
import { hearViolations } from './violations.ts';

const kept: object[] = [];

/** Holds on to an object that a browser may collect while nothing refers to it: a stream, a worker that has not spoken yet. */
export const keep = (object: object): void => {
  kept.push(object);
};

/** Tells what this global hears of any connection: violation events, Resource Timing and, where asked, observed reports. */
export function hear({ reports }: { reports: boolean }, tell: Tell): void {
  hearViolations((target, fields) => tell({ kind: 'violation', target, fields }));
  hearTimings((entries) => tell({ kind: 'timings', entries }));
  if (reports && hearReports((report) => tell({ kind: 'observed', report }))) tell({ kind: 'observes' });
}

/**
 * Opens every connection of the plan from this global, and tells `up` all that script can see of them.
 *
 * @param leave how this global goes once they are opened; nothing more is expected of them then
 */
export function run(
  plan: PagePlan,
  mechanisms: Readonly<Record<string, MechanismInPage>>,
  up: Up,
  leave?: () => void,
): void {
  const tell = teller(plan, up);
  hear({ reports: plan.observeReports }, tell);
  const opened = Promise.all(plan.connections.map(open));
  // A promise, and no task: where nothing had to be asked before, no answer can come in between.
  if (leave !== undefined)
    void opened.then(() => {
      for (const connection of plan.connections) tell({ kind: 'settled', case: connection.case });
      leave();
    });
  // A scenario about a policy that comes too late puts its meta into head now.
  globalThis.dispatchEvent(new Event('connectSrcCalled'));

  async function open(connection: PageConnection): Promise<void> {
    const caseId = connection.case;
    const mechanism = mechanisms[connection.mechanism] as MechanismInPage;
    const record = recorderFor(caseId, tell);
    if (plan.detect) {
      const missing = await Promise.resolve()
        .then(() => mechanism.detect())
        .catch((error) => `${nameOf(error)}: ${String(error)}`);
      if (missing !== null) {
        tell({ kind: 'missing', case: caseId, reason: missing });
        record.settled();
        return;
      }
    }
    tell({ kind: 'called', case: caseId });
    try {
      mechanism.open({ url: realUrl(connection.url), options: connection.options, record, keep });
    } catch (error) {
      record.throws(error);
      record.settled();
    }
  }
}

/** `blob:` stands for an object URL of this global. */
function realUrl(url: string): string {
  return url === 'blob:' ? URL.createObjectURL(new Blob(['ok'], { type: 'text/plain' })) : url;
}
