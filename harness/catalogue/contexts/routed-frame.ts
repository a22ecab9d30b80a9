import { controlled, controlledInPage } from '../support/controlled.ts';

const answer = 'route';

/** A page whose service worker has a static route lead its requests past it to the network. */
export default /* @__PURE__ */ controlled(
  'routed-frame',
  'document whose requests a static route leads past its service worker',
  answer,
);

export const inPage = {
  ...controlledInPage,
  // `InstallEvent.addRoutes()` is in service workers alone; where there are routes, Resource Timing tells of them.
  detect: () =>
    controlledInPage.detect?.() ??
    ('workerFinalSourceType' in PerformanceResourceTiming.prototype
      ? null
      : 'PerformanceResourceTiming.workerFinalSourceType is not defined, and with it static routes'),
};
