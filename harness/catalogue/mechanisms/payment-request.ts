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

export const inPage = {
  detect: () => (typeof PaymentRequest === 'function' ? null : 'PaymentRequest is not defined'),
  open({ url, record }) {
    const total = { label: 'total', amount: { currency: 'EUR', value: '1' } };
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
