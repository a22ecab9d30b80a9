import { readHar } from '../../input/har.ts';
import { explain, type MetaElement, type Question, type RequestParameters } from '../../spec/explain.ts';
import { element } from './element.ts';

/** The documents of a HAR, each with its connections; one that is chosen is asked about in full. */
export function harNodes(
  text: string,
  name: string,
  requestOf: (by: string) => RequestParameters,
  choose: (question: Question) => void,
): Node[] {
  const documents = readHar(text, name, metasOf);
  if (documents.length === 0) return [element('p', 'notice', 'No document of it made a connection.')];
  return documents.flatMap(({ url: self, connections, status: _, ...delivered }) => {
    const seen = new Set<string>();
    const items = connections.flatMap(({ url, redirects, by }) => {
      const chain = [url, ...redirects].join(' → ');
      if (seen.has(`${by} ${chain}`)) return [];
      seen.add(`${by} ${chain}`);
      const question = { ...delivered, self, url, redirects, request: requestOf(by) };
      const button = element('button', '', 'Why?');
      button.addEventListener('click', () => choose(question));
      const { verdict } = explain(question);
      return [
        element('li', '', element('strong', '', verdict), ` ${by} `, element('code', '', chain), ' ', button),
      ];
    });
    return [element('h2', '', self), element('ul', 'advice', ...items)];
  });
}

/** The `<meta>` policies of a document's markup, by the page's own parser; nothing of it is run or loaded. */
function metasOf(markup: string): MetaElement[] {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  return [...parsed.querySelectorAll('meta[http-equiv^="content-security-policy" i]')].map((meta) => ({
    content: meta.getAttribute('content') ?? '',
    parent: meta.parentElement?.localName ?? '',
    httpEquiv: meta.getAttribute('http-equiv') ?? '',
  }));
}
