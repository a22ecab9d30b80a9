import type { Mechanism } from '../mechanisms/mechanism.ts';
import { keep } from './keep.ts';
import { hearReports } from './observed-reports.ts';
import type { Message, PageConnection, PagePlan } from './plan.ts';
import { nameOf, recorderFor, stamped } from './recorder.ts';
import { hearTimings } from './resource-timing.ts';
import { hearViolations } from './violations.ts';

/** Opens every connection of the plan from this global, and tells `up` all that script can see of them. */
export function run(plan: PagePlan, mechanisms: readonly Mechanism[], up: (message: Message) => void): void {
  const tell = stamped(plan.document, up);
  hearViolations((target, fields) => tell({ kind: 'violation', target, fields }));
  hearTimings((entries) => tell({ kind: 'timings', entries }));
  if (plan.observeReports && hearReports((report) => tell({ kind: 'observed', report })))
    tell({ kind: 'observes' });
  for (const connection of plan.connections) void open(connection);
  // A scenario about a policy that comes too late puts its meta into head now.
  globalThis.dispatchEvent(new Event('connectSrcCalled'));

  async function open(connection: PageConnection): Promise<void> {
    const caseId = connection.case;
    const mechanism = mechanisms.find(({ name }) => name === connection.mechanism) as Mechanism;
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
