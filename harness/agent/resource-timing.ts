/** What Resource Timing may tell of a request that got an answer; of a network error, all of it is 0 (FETCH#create-an-opaque-timing-info). */
const telling = [
  'redirectStart',
  'requestStart',
  'responseStart',
  'responseStatus',
  'transferSize',
  'encodedBodySize',
  'decodedBodySize',
] as const;

/** The Resource Timing entry of one request: its URL, and which of its fields say something. */
export interface TimingEntry {
  url: string;
  tells: string[];
}

/** Hears the Resource Timing entries of this global's connections, those with a case in their URL. */
export function hearTimings(heard: (entries: TimingEntry[]) => void): void {
  if (typeof PerformanceObserver !== 'function') return;
  const observer = new PerformanceObserver((list) => {
    const entries = (list.getEntries() as PerformanceResourceTiming[])
      .filter(({ name }) => name.includes('case='))
      .map((entry) => ({ url: entry.name, tells: telling.filter((field) => Boolean(entry[field])) }));
    if (entries.length > 0) heard(entries);
  });
  observer.observe({ type: 'resource', buffered: true });
}
