import type { Policy } from './policy.ts';
import type { FetchRequest } from './request.ts';
import type { Origin, UrlRecord } from './url-record.ts';

/** All that a directive's check is given. `response` is the response's URL, absent in the pre-request check. */
export interface CheckInput {
  readonly request: FetchRequest;
  readonly response?: UrlRecord;
  readonly policy: Policy;
  readonly selfOrigin: Origin;
}
