import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../../errors.ts';
import { escapeHtml } from '../../plan/escape-html.ts';

/** What the start page says. */
export interface StartPage {
  title: string;
  /** The host page to go to, by its real name. */
  open: string;
  /** The proxy that knows that name. */
  proxy: { host: string; port: number };
  hosts: readonly string[];
}

/**
 * Serves, on localhost, a page that says how to lead any browser to the case, and the proxy configuration for it. The
 * case keeps its real host names, schemes and ports, since those are what it is about.
 *
 * @throws {UserError} where the port cannot be had
 */
export function serveStartPage(page: StartPage, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(({ url }, response) => {
    if (url === '/proxy.pac')
      return response
        .writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' })
        .end(proxyConfiguration(page));
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      })
      .end(markup(page, `http://localhost:${(server.address() as AddressInfo).port}`));
  });
  return new Promise((resolve, reject) => {
    server.on('error', (error) =>
      reject(
        new UserError(
          `the start page cannot be served on port ${port}: ${error.message}`,
          'Give another --port, or none for a free one.',
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
      resolve({
        url,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Only the hosts of the world go through the proxy; everything else of the browser's stays as it is. */
function proxyConfiguration({ hosts, proxy }: StartPage): string {
  const tests = hosts.map((host) => `shExpMatch(host, ${JSON.stringify(host.replace(/^\[|\]$/g, ''))})`);
  return `function FindProxyForURL(url, host) {\n  return ${tests.join(' ||\n    ')} ? "PROXY ${proxy.host}:${proxy.port}" : "DIRECT";\n}\n`;
}

const markup = ({ title, open, proxy }: StartPage, self: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 46em; margin: 3em auto; padding: 0 1em; color-scheme: light dark } code { word-break: break-all }</style>
<h1>${escapeHtml(title)}</h1>
<p>The case runs under its real host names. Lead your browser to them in one of these ways:</p>
<ul>
<li>Set the automatic proxy configuration to <code>${escapeHtml(self)}/proxy.pac</code> and accept the throw-away certificate.</li>
<li>Or start a fresh Chromium: <code>chromium --user-data-dir=profile --proxy-server=http://${proxy.host}:${proxy.port} --proxy-bypass-list='&lt;-loopback&gt;' --ignore-certificate-errors ${escapeHtml(open)}</code></li>
</ul>
<p><a href="${escapeHtml(open)}">Open the case</a>. The verdict appears there.</p>
</html>`;
