import type { TimelineRecord } from '../results/schema.ts';
import type { VersionSpan } from '../results/span.ts';
import { inFormOrder } from './form-order.ts';
import { isBlockedByConnectSrc } from './plain-cases.ts';
import type { Report } from './report.ts';
import { type Answer, mechanismBand, spanOf, type VersionCell } from './version-band.ts';

/** One mechanism in the versions of a product. */
export interface MechanismVersions {
  mechanism: string;
  cells: VersionCell[];
  /** In which versions connect-src blocks it; null where in none. */
  blocked: VersionSpan | null;
}

/** What each mechanism that connect-src governs does in each version, the best known first. */
export function mechanismVersions(report: Report, timeline: TimelineRecord): MechanismVersions[] {
  const versionOf = versionsOf(timeline);
  return report.results.cases
    .filter((one) => timeline.mechanisms[one.mechanism] === one.id && isBlockedByConnectSrc(one))
    .map(({ mechanism, id }) => {
      const cells = mechanismBand(timeline, id);
      return { mechanism, cells, blocked: spanOf(cells, isBlocked, versionOf) };
    })
    .sort(inFormOrder);
}

const isBlocked = ({ mark }: Answer): boolean => mark !== 'security' && mark !== 'unsupported';

/** The version that a name of a timeline stands for: of one that was not measured, the name without the product. */
export function versionsOf({ product, versions }: TimelineRecord): (name: string) => string {
  const known = new Map(versions.map(({ name, version }) => [name, version]));
  return (name) =>
    known.get(name) ?? (name.startsWith(`${product}-`) ? name.slice(product.length + 1) : name);
}
