import type { OptionType } from '../mechanism.ts';

/** What an `XMLHttpRequest` can be told. */
export const xhrOptions = {
  method: 'string',
  headers: 'headers',
  credentials: ['same-origin', 'include'],
  body: 'string',
} satisfies Record<string, OptionType>;

/** Null where `XMLHttpRequest` exists. */
export const hasXMLHttpRequest = (): string | null =>
  typeof XMLHttpRequest === 'function' ? null : 'XMLHttpRequest is not defined';

/** An opened `XMLHttpRequest` with the call's method, headers and credentials set. */
export function prepare(
  url: string,
  options: Readonly<Record<string, unknown>>,
  async: boolean,
): XMLHttpRequest {
  const xhr = new XMLHttpRequest();
  xhr.open(String(options.method ?? 'GET'), url, async);
  for (const [name, value] of Object.entries((options.headers as Record<string, string> | undefined) ?? {}))
    xhr.setRequestHeader(name, value);
  xhr.withCredentials = options.credentials === 'include';
  return xhr;
}
