import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { ipAddress } from './world.ts';

/** What the https servers show, made anew at every start and never written to disk. */
export interface Certificates {
  /** The throw-away authority's certificate, PEM. */
  readonly ca: string;
  /** The leaf certificate, PEM. */
  readonly cert: string;
  /** The leaf's private key, PEM. */
  readonly key: string;
  /** SHA-256 of the leaf (DER), as `serverCertificateHashes` takes it. https://w3c.github.io/webtransport/#dom-webtransportoptions-servercertificatehashes */
  readonly leafHash: Uint8Array;
}

/** `serverCertificateHashes` accepts a leaf of at most two weeks: https://w3c.github.io/webtransport/#verify-a-certificate-hash */
const LIFETIME_MS = 10 * 24 * 3600 * 1000;

/** Clocks of a browser in a container may run behind. */
const CLOCK_SKEW_MS = 3600 * 1000;

/**
 * Makes a certificate authority and one leaf for all hosts of the world.
 *
 * @param hosts names, `*.` wildcards and IP addresses, as `World.hosts` lists them
 */
export async function createCertificates(hosts: readonly string[]): Promise<Certificates> {
  const now = Date.now();
  const common = {
    keyType: 'ec' as const,
    curve: 'P-256' as const,
    algorithm: 'sha256',
    notBeforeDate: new Date(now - CLOCK_SKEW_MS),
    notAfterDate: new Date(now + LIFETIME_MS),
  };
  const authority = await generate([{ name: 'commonName', value: 'connect-src conformance throw-away CA' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'connect-src conformance' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map(alternativeName) },
    ],
  });
  const leafHash = createHash('sha256').update(new X509Certificate(leaf.cert).raw).digest();
  return { ca: authority.cert, cert: leaf.cert, key: leaf.private, leafHash };
}

function alternativeName(host: string): { type: 2; value: string } | { type: 7; ip: string } {
  const ip = ipAddress(host);
  return ip === null ? { type: 2, value: host } : { type: 7, ip };
}
