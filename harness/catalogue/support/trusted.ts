import type { OptionType, RequestParameters } from '../mechanism.ts';

/** What an element that loads script can be trusted by, whatever its URL. */
export const trustedOptions = { nonce: 'string', integrity: 'string' } satisfies Record<string, OptionType>;

/** The same for the oracle: the request's cryptographic nonce metadata and integrity metadata. */
export const trustedBy = ({
  nonce = '',
  integrity = '',
}: Readonly<Record<string, unknown>>): Pick<RequestParameters, 'nonce' | 'integrity'> => ({
  nonce: String(nonce),
  integrity: String(integrity),
});
