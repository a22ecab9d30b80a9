import { headerValue } from '../../plan/delivery.ts';
import type { Delivered } from '../../plan/plan.ts';
import type { Files } from './folder.ts';
import { lines } from './text.ts';

/** The file of a response's headers, beside the file of its body; none where there are no policies. */
export function headersFile(path: string, { policy, reportOnly }: Delivered): Files {
  const all = [
    ...policy.map((one) => `Content-Security-Policy: ${headerValue(one)}`),
    ...reportOnly.map((one) => `Content-Security-Policy-Report-Only: ${headerValue(one)}`),
  ];
  return all.length === 0 ? {} : { [`${path}.sub.headers`]: lines(all) };
}
