import type { Anchor } from './anchors.ts';

/** What the algorithms need to know of a kind of global. */
interface ContextTraits {
  /** Where its policies come from: its own response, or a copy of its creator's. */
  readonly policies: 'response' | 'creator';
  /** Where its origin comes from. */
  readonly origin: 'response' | 'creator' | 'opaque';
  readonly global: 'document' | 'worker';
  /** It is made without any response, and so without a status. */
  readonly withoutResponse?: true;
  /** Its URL, where that does not depend on a server. */
  readonly url?: string;
  /** It sits inside its creator, which is thus an ancestor. */
  readonly embedded: boolean;
  /** It upgrades insecure requests when its creator does. */
  readonly inheritsUpgrade: boolean;
  /** The algorithm that gives it its policies. */
  readonly anchor: Anchor;
}

const documentAnchor = 'HTML#determining-navigation-params-policy-container';
const workerAnchor = 'HTML#initialize-worker-policy-container';

const page = { policies: 'response', global: 'document', anchor: documentAnchor } as const;
const local = { policies: 'creator', global: 'document', anchor: documentAnchor } as const;
const initial = { ...local, origin: 'creator', url: 'about:blank', withoutResponse: true } as const;
const framed = { embedded: true, inheritsUpgrade: true } as const;
const worker = { global: 'worker', embedded: false, inheritsUpgrade: true, anchor: workerAnchor } as const;
const networkWorker = { ...worker, policies: 'response', origin: 'response' } as const;
const blobWorker = { ...worker, policies: 'creator', origin: 'creator', url: 'blob:' } as const;
const dataWorker = { ...worker, policies: 'creator', origin: 'opaque', url: 'data:,' } as const;

const kinds = {
  /** A top-level document with a response of its own. */
  document: { ...page, origin: 'response', embedded: false, inheritsUpgrade: false },
  /** The same in a frame. */
  frame: { ...page, ...framed, origin: 'response' },
  /** The same without allow-same-origin: its origin is opaque, the self-origin of its policies is not. */
  sandboxed: { ...page, ...framed, origin: 'opaque' },
  srcdoc: { ...local, ...framed, origin: 'creator', url: 'about:srcdoc' },
  /** The same without allow-same-origin. */
  'sandboxed-srcdoc': { ...local, ...framed, origin: 'opaque', url: 'about:srcdoc' },
  /** The initial about:blank. */
  'about-blank': { ...initial, ...framed },
  /** The same in a window of its own. */
  'about-blank-popup': { ...initial, embedded: false, inheritsUpgrade: false },
  /** An about:blank that a frame was led to: it has a response. */
  'navigated-about-blank': { ...local, ...framed, origin: 'creator', url: 'about:blank' },
  'blob-frame': { ...local, ...framed, origin: 'creator', url: 'blob:' },
  /** The same in a window of its own. */
  'blob-popup': { ...local, origin: 'creator', url: 'blob:', embedded: false, inheritsUpgrade: false },
  /** The document that a javascript: URL makes in a frame: the policies are those of the document it takes the place of. */
  'javascript-frame': {
    ...local,
    ...framed,
    origin: 'creator',
    url: 'about:blank',
    anchor: 'HTML#evaluate-a-javascript:-url',
  },
  'data-frame': { ...local, ...framed, origin: 'opaque', url: 'data:,' },
  worker: networkWorker,
  'blob-worker': blobWorker,
  'data-worker': dataWorker,
  'shared-worker': networkWorker,
  'blob-shared-worker': blobWorker,
  'data-shared-worker': dataWorker,
  'service-worker': { ...networkWorker, inheritsUpgrade: false, anchor: 'SW#content-security-policy' },
} as const satisfies Record<string, ContextTraits>;

/** A kind of global. */
export type ContextKind = keyof typeof kinds;

/** Every kind of global, and where its policies come from. */
export const contextTraits: Readonly<Record<ContextKind, ContextTraits>> = kinds;
