/**
 * A blob: URL of a document with this markup.
 *
 * @param maker the window that makes it, and that it belongs to
 */
export const documentBlob = (markup: string, maker: typeof globalThis = globalThis): string =>
  maker.URL.createObjectURL(new maker.Blob([markup], { type: 'text/html' }));

/** A data: URL of a document with this markup. */
export const documentData = (markup: string): string =>
  `data:text/html;charset=utf-8,${encodeURIComponent(markup)}`;

/** A javascript: URL that makes a document with this markup. */
export const documentScript = (markup: string): string =>
  `javascript:${encodeURIComponent(JSON.stringify(markup))}`;
