import { parseSourceExpression } from '../spec/source-expression.ts';
import { parseUrl, serializeOrigin } from '../spec/url-record.ts';

/**
 * The source expressions that could stand for a URL, the one that lets least through first: this path, this origin, its
 * scheme and port on any host, its scheme. Whether one matches is for the oracle to say.
 *
 * @param url absolute, as script gives it: a WebSocket's with ws: or wss:
 */
export function sourcesFor(url: string): string[] {
  const record = parseUrl(url);
  if (record === null) return [];
  const { scheme, host, port } = record;
  const schemeSource = `${scheme}:`;
  if (host === null) return [schemeSource];
  const portPart = port === null ? '' : `:${port}`;
  const origin = serializeOrigin(record);
  // These two would end the source, the directive or the policy; matching decodes them.
  const path = record.path.replaceAll(';', '%3B').replaceAll(',', '%2C');
  const whole = path === '/' ? origin : origin + path;
  const candidates = [whole, origin, `${scheme}://*${portPart}`, schemeSource];
  return [...new Set(candidates)].filter((source) => parseSourceExpression(source).kind !== 'invalid');
}
