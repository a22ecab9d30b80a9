import { WEBTRANSPORT_HOST } from '../../plan/world.ts';

/** The hosts of the test world that web-platform-tests' server has one for, as its templates name them. */
const hosts: Readonly<Record<string, string>> = {
  'page.test': '{{host}}',
  'www.page.test': '{{hosts[][www]}}',
  'api.test': '{{hosts[][www1]}}',
  'www.api.test': '{{hosts[][www.www1]}}',
  'third.test': '{{hosts[alt][]}}',
  'www.third.test': '{{hosts[alt][www2]}}',
  'other.test': '{{hosts[alt][www]}}',
  'example.com': '{{hosts[alt][www1]}}',
  [WEBTRANSPORT_HOST]: '{{host}}',
};

const address = /(?:(https?|wss?):\/\/)?((?:[a-z0-9-]+\.)+(?:test|com)|\*\.)(?![a-z0-9.-])(:\d+)?/g;

/** Whether a text names no host but those, and none by something that is not a name. */
export const isTranslatable = (text: string): boolean =>
  [...text.matchAll(address)].every(([, , host = '']) => host === '*.' || Object.hasOwn(hosts, host)) &&
  [...text.matchAll(/:\/\/([^/\s:?#]+)/g)].every(([, host = '']) =>
    /^(\*\.?|[a-z0-9.-]+\.(test|com))$/.test(host),
  );

/** Whether a text writes a port: what it is about would then be lost where every port is another one. */
export const writesPort = (text: string): boolean =>
  [...text.matchAll(address)].some(([, , host, port]) => port !== undefined && host !== WEBTRANSPORT_HOST);

/**
 * A policy or a URL of the test world, for web-platform-tests' server: hosts by its templates, and each with the port that
 * the server has for the scheme.
 *
 * @param scheme of the page, for hosts without a scheme
 * @param ports false where ports stay as they are written: the server listens at none of them
 */
export const translate = (text: string, scheme: string, ports: boolean): string =>
  text.replace(address, (_, given: string | undefined, host: string, port = '') => {
    const name = hosts[host] ?? host;
    const start = given === undefined ? '' : `${given}://`;
    if (host === WEBTRANSPORT_HOST) return `${start}${name}:{{ports[webtransport-h3][0]}}`;
    return `${start}${name}${ports ? `:{{ports[${given ?? scheme}][0]}}` : port}`;
  });
