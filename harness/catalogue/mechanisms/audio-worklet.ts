import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { recordPromise } from '../support/record-promise.ts';

/** `audioWorklet.addModule()`: governed by script-src-elem. */
export default {
  name: 'audioWorklet.addModule',
  spec: 'HTML#dom-worklet-addmodule',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'audioworklet', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['rejects DOMException AbortError'],
  isolated: true,
  snippet: [
    'new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(URL).then(console.log, console.error);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () =>
    typeof OfflineAudioContext === 'function' && 'audioWorklet' in OfflineAudioContext.prototype
      ? null
      : 'OfflineAudioContext has no audioWorklet',
  open({ url, record }) {
    recordPromise(new OfflineAudioContext(1, 1, 44_100).audioWorklet.addModule(url), record);
  },
} satisfies MechanismInPage;
