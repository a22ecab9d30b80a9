import type { ContextKind } from '../spec/context-kinds.ts';
import type { GlobalKind } from './mechanism.ts';

/** What a creating document has at hand to make a global of its own and to hear from it. */
export interface Creator {
  /** URL of the response that becomes the global, where it has one (`own` below); it carries the scenario's policies. */
  own: string;
  /** URL of the agent's script, on the creator's origin. */
  agent: string;
  /** The text of the agent's script, for a global that may not load it. */
  readonly source: string;
  /** The policy that the frame is to require of its document, where the context is {@link ContextData.required}; null for none. */
  required: string | null;
  /** URL of the service worker's script that answers as {@link Context.serviceWorker} says, where the context has one. */
  worker: string;
  /** Markup of a document that runs the agent; holds the scenario's metas. */
  markup: string;
  /** Takes part in the child's markup only: where it is to be put. */
  body: HTMLElement;
  /** Hears the child: its messages go up to whoever opened the creator. An error event of `script` says that it could not be made. */
  listen(child: Listened, script?: EventTarget): void;
  /** Brings the metas that are to come late: those of a creator, once its child can no longer have them. */
  late(): void;
  /** Hands the plan to a child that has no markup to carry it, or has it create the global that opens the connections. */
  start(child: { postMessage(message: unknown, transfer?: Transferable[]): void }, task?: Task): void;
}

/** Where messages of a child arrive. */
interface Listened {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** What a child does instead of opening the connections: create the global that does. */
export type Task = { create: string };

/**
 * How a service worker answers what is not for a document or its scripts: with `fetch(event.request)`, with
 * `new Response()`, or by way of another URL (which takes over the query): with its response, with its response as
 * `no-cors` gives it, or with a redirect to it, whose request is then forwarded. Or not at all: by a static route every
 * request goes past it to the network (SW#get-router-source-algorithm).
 */
export type Answer = 'forward' | 'synthesise' | 'route' | `${'' | 'opaque ' | 'redirect '}https://${string}`;

/** The other URL by which a service worker answers, or null. */
export const urlOfAnswer = (answer: Answer): string | null => /https:.*/.exec(answer)?.[0] ?? null;

/** A request on the way to a global: the policies of whoever makes it must let it through, or there is no global. */
export interface Load {
  /** Whose policies: those of the document that creates the global, or those that come with its own response. */
  by: 'creator' | 'own';
  /** As in Fetch. */
  destination: 'iframe' | 'object' | 'script' | 'serviceworker' | 'sharedworker' | 'worker';
  /** The response that becomes the global, the agent's script, or a local URL by its scheme. */
  url: 'own' | 'agent' | 'blob:' | 'data:';
}

/**
 * The kind of global that connections are opened from: data, and nothing of Node. One file each: this is its default
 * export, and its `inPage` ({@link ContextInPage}) makes the global; a file without `inPage` says that the opened document
 * is the global.
 */
export interface ContextData {
  /** Its name in scenarios and reports. */
  name: string;
  /** What it is, in words. */
  title: string;
  /** The specification's step that says which policies apply there. */
  spec: string;
  /** What it is to the oracle. */
  kind: ContextKind;
  /** Which mechanisms exist there. */
  global: GlobalKind;
  /** A page of its own, or a frame among many in a host page. */
  opened: 'top-level' | 'framed';
  /** The response that becomes the global when a creator makes it; absent where it is the opened document itself, or inherits. */
  own?: 'document' | 'script';
  /** Its creator asks for another URL, which redirects to that response, and whose own has `connect-src 'none'`. */
  moved?: true;
  /** What is loaded to make it, besides the agent's script, which every document loads. */
  loads?: readonly Load[];
  /** The script that its creator runs to make it, which a policy of that one may stop: `eval()`, or inline. */
  runs?: 'eval' | 'inline';
  /** Who witnesses what is let through: the servers, or, behind a service worker, script. Default: network. */
  witness?: 'network' | 'script';
  /** The global's URL where it is not what its kind has: that of its creator, or a blob: URL. */
  url?: 'creator' | 'blob';
  /** How the service worker answers that stands between this global and the network, or is this global. */
  serviceWorker?: Answer;
  /**
   * Its policy does not come with its response: the frame's element requires it (CSPEE#required-csp), and the response allows
   * that by `Allow-CSP-From`.
   */
  required?: true;
  /** The policy of the response that its script is updated with, byte for byte the same; null for none. */
  update?: string | null;
  /**
   * It is gone as soon as it has opened its connections: nothing more is learnt of them from script. Their redirects are
   * answered when it is gone. Unless it {@link returns}, it is removed.
   */
  leaves?: true;
  /**
   * It is left for another document, and come back to out of the back/forward cache, before it opens its connections. One that
   * {@link leaves} is left once more after, in the same way: their redirects are answered while it is kept.
   */
  returns?: true;
  /** It is a window of its own. */
  opensWindow?: true;
  /**
   * How the agent comes to a response that has no script: its creator brings it there, metas and all, or the creator's own
   * calls the functions of its window. Absent where the response holds it.
   */
  agentIs?: 'brought' | 'called';
  /** The MIME type of its response; text/html unless given. */
  type?: 'application/xhtml+xml' | 'image/png' | 'text/plain';
}

/** A context as the registry gives it. */
export interface Context extends ContextData {
  /** Script makes it from a creating document; otherwise the opened document is the global. */
  created: boolean;
}

/** The part of a context that runs in the page that makes it: the export `inPage` of its file. */
export interface ContextInPage {
  /** Null where the browser can make it; else what the browser lacks. Runs in the creator. */
  detect?(): string | null | Promise<string | null>;
  /** Makes the global from a creating document. */
  create(creator: Creator): void | Promise<void>;
}
