import { UserError } from '../../errors.ts';
import { longestHar, readHar } from '../../input/har.ts';
import { metasOfHtml } from '../../input/html-metas.ts';
import { type ResponseAllowlists, readResponseHeaders } from '../../input/response-headers.ts';
import type { ContextKind, Delivered, Question } from '../../spec/explain.ts';
import { parseUrl } from '../../spec/url-record.ts';
import { requirePolicy } from '../question-options.ts';
import { readInput, type Stdin } from '../read-input.ts';
import { redirectSides } from '../redirect-option.ts';
import { checkUrl, type RequestFor, requestOf } from './request-for.ts';

/** What a question is made of on the command line. */
export interface QuestionOptions {
  policy?: string[];
  reportOnly?: string[];
  meta?: string[];
  response?: string;
  html?: string;
  har?: string;
  page?: string;
  self?: string;
  connect?: string;
  by?: string;
  redirect?: string[];
  context: ContextKind;
}

/**
 * The question that the options ask.
 *
 * @throws {UserError} that names the option
 */
export async function questionOf(
  options: QuestionOptions,
  requestFor: RequestFor,
  stdin: Stdin,
): Promise<Question> {
  const page = checkUrl('--page', required('--page', options.page));
  const url = checkUrl('--connect', required('--connect', options.connect));
  const self = checkUrl('--self', options.self ?? page, ['opaque']);
  const request = requestOf(options.by, requestFor);
  const redirects = redirectsOf(url, options.redirect ?? []);
  requirePolicy(options, 'Give --policy, --report-only, --meta, --response, --html, --har or --violation.');
  return {
    ...(await policiesOf(options, stdin)),
    self,
    page,
    url,
    redirects,
    context: options.context,
    request,
  };
}

/** The policies of the options, of a response's headers and of a page's markup, in this order. */
async function policiesOf(
  { policy = [], reportOnly = [], meta = [], response, html }: QuestionOptions,
  stdin: Stdin,
): Promise<Pick<Delivered, 'policy' | 'reportOnly' | 'meta' | 'status'> & ResponseAllowlists> {
  const headers = response === undefined ? undefined : await headersOf(response, stdin);
  const markup = html === undefined ? undefined : (await readInput('--html', html, stdin)).text;
  return {
    policy: [...policy, ...(headers?.policy ?? [])],
    reportOnly: [...reportOnly, ...(headers?.reportOnly ?? [])],
    meta: [...meta, ...(markup === undefined ? [] : metasOfHtml(markup))],
    ...(headers?.status ? { status: headers.status } : {}),
    ...(headers?.allowlist && { allowlist: headers.allowlist }),
    ...(headers?.allowlistReportOnly && { allowlistReportOnly: headers.allowlistReportOnly }),
  };
}

async function headersOf(file: string, stdin: Stdin) {
  const { text, name } = await readInput('--response', file, stdin);
  return readResponseHeaders(text, name);
}

/** A redirect is a URL, or `from -> to`, where the chain has to be at `from`. */
function redirectsOf(url: string, redirects: readonly string[]): string[] {
  let at = url;
  return redirects.map((redirect) => {
    const { from, to } = redirectSides(redirect) ?? { from: at, to: redirect };
    if (parseUrl(from, at)?.href !== parseUrl(at)?.href)
      throw new UserError(
        `--redirect: ${JSON.stringify(redirect)} starts at ${from}, but the connection is at ${at}`,
        'Give the redirects in order, from the URL of --connect on.',
      );
    // What is no URL stays, and is answered: a redirect to it is a network error.
    at = parseUrl(to, at)?.href ?? at;
    return to;
  });
}

function required(name: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new UserError(
    `${name}: missing; write for example: --page https://page.test/ --connect https://api.test/`,
  );
}

/** A document of a HAR, and the question of each connection it made. */
export interface HarQuestions {
  document: string;
  connections: { by: string; question: Question }[];
}

/** The questions of a HAR: each document with its own policies, each connection with its redirects. */
export async function questionsOfHar(
  file: string,
  requestFor: RequestFor,
  stdin: Stdin,
): Promise<HarQuestions[]> {
  const { text, name } = await readInput('--har', file, stdin, longestHar);
  return readHar(text, name, metasOfHtml).map(({ url: self, connections, ...delivered }) => ({
    document: self,
    connections: connections.map(({ by, url, redirects }) => {
      const request = requestFor(by) ?? {};
      return { by, question: { ...delivered, self, url, redirects, request } };
    }),
  }));
}
