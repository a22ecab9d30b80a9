import { type PagePlan, teller, type Up } from './protocol.ts';

/** Says of each connection of a document that the browser lacks what its global, or its policy, is made with. */
export function tellLacking(plan: PagePlan, up: Up, reason: string): void {
  const tell = teller(plan, up);
  for (const { case: id } of plan.connections) {
    tell({ kind: 'missing', case: id, reason });
    tell({ kind: 'settled', case: id });
  }
}
