import { type Mechanism, type MechanismInPage, userAgentMode } from '../mechanism.ts';

/** `PaymentRequest` with a URL as payment method: its manifest is fetched on behalf of no client. */
export default {
  name: 'PaymentRequest',
  spec: 'PMM#fetch-payment-method-manifests',
  schemes: ['https'],
  globals: ['window'],
  request: () => ({ destination: '', mode: userAgentMode, redirect: 'error', client: null }),
  blocked: ['throws RangeError'],
  isolated: true,
  snippet: [
    "const total = { label: 'x', amount: { currency: 'EUR', value: '1' } };",
    'new PaymentRequest([{ supportedMethods: URL }], { total }).canMakePayment().then(console.log, console.error);',
  ],
} satisfies Mechanism;

const total = { label: 'total', amount: { currency: 'EUR', value: '1' } };

/** Headless shells of Chromium have the interface, and nothing behind it; a method that is no URL has them say so. */
const lacksService = (): Promise<string | null> =>
  new PaymentRequest([{ supportedMethods: 'basic-card' }], { total }).canMakePayment().then(
    () => null,
    (error: unknown) =>
      error instanceof DOMException && error.name === 'UnknownError' ? String(error) : null,
  );

export const inPage = {
  detect: () => (typeof PaymentRequest === 'function' ? lacksService() : 'PaymentRequest is not defined'),
  open({ url, record }) {
    let request: PaymentRequest;
    try {
      request = new PaymentRequest([{ supportedMethods: url }], { total });
    } catch (error) {
      record.throws(error);
      record.settled();
      return;
    }
    record.returns();
    // The browser may fetch from the constructor on; at the latest it does when it is asked whether it can pay.
    request.canMakePayment().finally(() => record.settled());
  },
} satisfies MechanismInPage;
