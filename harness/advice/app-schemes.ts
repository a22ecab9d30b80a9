/** Schemes that browsers themselves know. */
const browserSchemes = new Set([
  'http',
  'https',
  'ws',
  'wss',
  'data',
  'blob',
  'filesystem',
  'about',
  'ftp',
  'file',
  'javascript',
]);

/** Whether a scheme, in lower case, is an app's own, which the app around a WebView may answer. */
export const isOfAnApp = (scheme: string): boolean => !browserSchemes.has(scheme);
