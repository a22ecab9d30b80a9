import { createHash, X509Certificate } from 'node:crypto';
import { createCertificates } from '../../servers/certificates.ts';
import { expect, test } from './world.ts';

test('the leaf is for every host, and signed by the authority', async () => {
  const { ca, cert } = await createCertificates(['page.test', '*.third.test', '127.0.0.1', '[::1]']);
  const leaf = new X509Certificate(cert);
  expect(leaf.verify(new X509Certificate(ca).publicKey)).toBe(true);
  expect(leaf.checkHost('page.test')).toBe('page.test');
  expect(leaf.checkHost('a.third.test')).toBe('*.third.test');
  expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(leaf.checkIP('::1')).toBe('::1');
  expect(leaf.checkHost('elsewhere.test')).toBeUndefined();
});

test('the leaf is what serverCertificateHashes accepts: P-256, at most two weeks', async () => {
  const { cert, leafHash } = await createCertificates(['127.0.0.1']);
  const leaf = new X509Certificate(cert);
  expect(leaf.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
  const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / (24 * 3600 * 1000);
  expect(days).toBeLessThanOrEqual(14);
  expect(Date.parse(leaf.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(leaf.validTo)).toBeGreaterThan(Date.now());
  expect(Buffer.from(leafHash)).toEqual(createHash('sha256').update(leaf.raw).digest());
});
