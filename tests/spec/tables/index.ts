import { clientTables } from './client.ts';
import { connectionAllowlists } from './connection-allowlists.ts';
import { directives } from './directives.ts';
import { disputes } from './disputes.ts';
import { fetchOrder } from './fetch-order.ts';
import { grammar } from './grammar.ts';
import { hsts } from './hsts.ts';
import { inheritance } from './inheritance.ts';
import { insecureRequests } from './insecure-requests.ts';
import { matching } from './matching.ts';
import { matchingParts } from './matching-parts.ts';
import { parsing } from './parsing.ts';
import { redirects } from './redirects.ts';
import { responses } from './responses.ts';
import { sandbox } from './sandbox.ts';
import { scripts } from './scripts.ts';
import { serviceWorkers } from './service-workers.ts';
import type { Table } from './table.ts';
import { urls } from './urls.ts';
import { violations } from './violations.ts';
import { webrtc } from './webrtc.ts';

/** Every statement about the oracle, in the order of the specifications. */
export const tables: Table[] = [
  ...parsing,
  grammar,
  ...directives,
  ...matching,
  ...matchingParts,
  ...scripts,
  urls,
  ...clientTables,
  ...fetchOrder,
  redirects,
  ...hsts,
  ...insecureRequests,
  responses,
  serviceWorkers,
  violations,
  ...webrtc,
  ...inheritance,
  ...sandbox,
  ...disputes,
  ...connectionAllowlists,
];
