import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { MetaElement } from '../spec/explain.ts';

/**
 * The `<meta>` elements of a page's markup that name a Content-Security-Policy, in order and each with its parent: whether
 * they count is for the oracle to say. Markup is read as a browser with script reads it, so that one in a `<noscript>` or a
 * `<template>` is none.
 */
export function metasOfHtml(markup: string): Exclude<MetaElement, string>[] {
  const found: Exclude<MetaElement, string>[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode, parent: string) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      const attribute = (name: string) => child.attrs.find((one) => one.name === name)?.value;
      const httpEquiv = attribute('http-equiv') ?? '';
      if (child.tagName === 'meta' && /^content-security-policy/i.test(httpEquiv))
        found.push({ content: attribute('content') ?? '', parent, httpEquiv });
      visit(child, child.tagName);
    }
  };
  visit(parse(markup), '');
  return found;
}
