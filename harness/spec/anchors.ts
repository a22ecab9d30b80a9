import { allowlistAnchors } from '../connection-allowlist/draft.ts';

/**
 * Every place in the specifications that a step of the oracle can cite.
 *
 * The prefix names the specification: CSP = w3c.github.io/webappsec-csp, FETCH = fetch.spec.whatwg.org,
 * HTML = html.spec.whatwg.org, WS = websockets.spec.whatwg.org, SW = w3c.github.io/ServiceWorker,
 * UIR = w3c.github.io/webappsec-upgrade-insecure-requests, MIX = w3c.github.io/webappsec-mixed-content,
 * CA = wicg.github.io/connection-allowlists, a draft.
 */
export const anchors = [
  'CSP#parse-serialized-policy',
  'CSP#parse-response-csp',
  'CSP#meta-element',
  'CSP#effective-directive-for-a-request',
  'CSP#should-directive-execute',
  'CSP#directives-fetch',
  'CSP#default-src-pre-request',
  'CSP#default-src-post-request',
  'CSP#connect-src-pre-request',
  'CSP#connect-src-post-request',
  'CSP#does-resource-hint-violate-policy',
  'CSP#match-url-to-source-list',
  'CSP#match-url-to-source-expression',
  'CSP#framework-directive-source-list',
  'CSP#match-schemes',
  'CSP#match-hosts',
  'CSP#match-ports',
  'CSP#match-paths',
  'CSP#script-pre-request',
  'CSP#script-post-request',
  'CSP#match-nonce-to-source-list',
  'CSP#match-integrity-metadata-to-source-list',
  'CSP#report-for-request',
  'CSP#should-block-request',
  'CSP#should-block-response',
  'CSP#create-violation-for-request',
  'CSP#should-block-rtc-connection',
  'CSP#webrtc-pre-connect',
  'CSP#sandbox-init',
  'FETCH#dom-request',
  'FETCH#populate-request-from-client',
  'FETCH#destination-table',
  'FETCH#port-blocking',
  'FETCH#concept-main-fetch',
  'FETCH#concept-scheme-fetch',
  'FETCH#concept-http-fetch',
  'FETCH#concept-http-redirect-fetch',
  'HTML#determining-navigation-params-policy-container',
  'HTML#csp-derived-sandboxing-flags',
  'HTML#evaluate-a-javascript:-url',
  'HTML#initialize-worker-policy-container',
  'SW#content-security-policy',
  'WS#concept-websocket-establish',
  'UIR#upgrade-request',
  'UIR#nesting',
  'MIX#upgrade-algorithm',
  'MIX#should-block-fetch',
  'MIX#should-block-response',
  ...allowlistAnchors,
] as const;

/** One of {@link anchors}. */
export type Anchor = (typeof anchors)[number];
