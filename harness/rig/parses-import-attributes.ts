import type { BrowserIdentity } from '../engines/engine.ts';

/**
 * The first Firefox whose parser knows the attributes of an `import()`; an older one runs nothing of a script that has any
 * (https://developer.mozilla.org/docs/Web/JavaScript/Reference/Operators/import#browser_compatibility).
 */
const FIRST_FIREFOX = 138;

/** Whether the browser can parse `import(url, { with: … })`. Every Chromium and WebKit that the harness drives can. */
export const parsesImportAttributes = ({ engine, version }: BrowserIdentity): boolean =>
  engine !== 'firefox' || Number.parseInt(version, 10) >= FIRST_FIREFOX;
