/** Host and port of a proxy, as a URL writes them. */
export const authorityOf = ({ host, port }: { host: string; port: number }): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;
