import type { EnginePage } from '../engines/engine.ts';
import { hostMarkup } from '../page/markup.ts';
import { CHANNEL, type Message } from '../page/plan.ts';
import { AGENT_PATH, HOST_PATH } from '../plan/world.ts';
import { type Instance, waves } from './instance.ts';
import type { Rig } from './rig.ts';
import { serveAgent, serveInstance } from './serve.ts';
import { asPlanned, withUdpPort } from './web-transport.ts';

/** How long nothing may move before the controls are started, and how long a page may take in all; milliseconds. */
export const PACE = { idle: 200, limit: 30_000 };

/** The pages of one run of a scenario: a host page per origin for framed documents, a page each for top-level ones. */
export class Stage {
  readonly run: string;
  readonly #rig: Rig;
  #hosts = new Map<string, EnginePage>();
  #pages: EnginePage[] = [];
  /** What each page has told so far. */
  #heard = new Map<EnginePage, Message[]>();
  /** The UDP ports of instances with a WebTransport. */
  #udpPorts = new Map<string, number>();

  constructor(rig: Rig) {
    this.#rig = rig;
    this.run = rig.nextRun();
  }

  /**
   * Opens instances and waits until script has told all it can, or nothing moves any more.
   *
   * @throws EngineError when the browser crashes or hangs
   */
  async open(instances: readonly Instance[]): Promise<void> {
    for (const wave of waves(instances)) await this.#openTogether(wave);
  }

  async #openTogether(instances: readonly Instance[]): Promise<void> {
    const byPage = new Map<EnginePage, Instance[]>();
    const opening = new Map<EnginePage, string[]>();
    for (const source of instances) {
      const { instance, port } = await withUdpPort(source, this.#rig.servers);
      if (port !== null) this.#udpPorts.set(instance.id, port);
      const origin = new URL(instance.document.page).origin;
      serveAgent(this.#rig.servers, origin, this.#rig.agent);
      const url = serveInstance(this.#rig.servers, instance, this.run, this.#rig.agent);
      const page =
        instance.document.context.opened === 'top-level'
          ? await this.#topLevel(url)
          : await this.#host(origin, instance.document.context.opensWindow === true);
      byPage.set(page, [...(byPage.get(page) ?? []), instance]);
      if (instance.document.context.opened === 'framed')
        opening.set(page, [...(opening.get(page) ?? []), url]);
    }
    for (const [page, urls] of opening) await page.evaluate(`${CHANNEL}.frame(${JSON.stringify(urls)})`);
    await Promise.all(
      [...byPage].map(([page, opened]) => {
        const expected = Object.fromEntries(
          opened.map(({ id, connections }) => [id, connections.map((one) => one.id)]),
        );
        return page.evaluate<void>(`${CHANNEL}.wait(${JSON.stringify(expected)}, ${JSON.stringify(PACE)})`);
      }),
    );
  }

  /** All that was told so far, by every page. */
  async messages(): Promise<Message[]> {
    for (const page of this.#pages) {
      const heard = this.#heard.get(page) ?? [];
      this.#heard.set(page, heard);
      // As text, and only what is new: protocols take long over large structures.
      const text = await page.evaluate<string>(
        `JSON.stringify(${CHANNEL}.messages().slice(${heard.length}))`,
      );
      heard.push(...(JSON.parse(text) as Message[]));
    }
    return [...this.#heard.values()].flat().map((message) => {
      const port = this.#udpPorts.get(message.document);
      return port === undefined ? message : asPlanned(message, port);
    });
  }

  /** Console texts, or null where the browser gives none. */
  console(): string[] | null {
    const taken = this.#pages.map((page) => page.console());
    return taken.some((messages) => messages === null)
      ? null
      : taken.flatMap((messages) => (messages ?? []).map(({ text }) => text));
  }

  /** Windows take the focus from the page that opens them, and Chromium then lets frames of that page wait: they get a page of their own. */
  async #host(origin: string, opensWindows: boolean): Promise<EnginePage> {
    const key = `${origin} ${opensWindows}`;
    const known = this.#hosts.get(key);
    if (known) return known;
    this.#rig.servers.serve(origin + HOST_PATH, {
      headers: [],
      contentType: 'text/html; charset=utf-8',
      body: hostMarkup(AGENT_PATH),
    });
    const page = await this.#topLevel(`${origin}${HOST_PATH}?run=${this.run}`);
    this.#hosts.set(key, page);
    return page;
  }

  async #topLevel(url: string): Promise<EnginePage> {
    const page = await this.#rig.page(this.#pages.length);
    this.#pages.push(page);
    await page.goto(url);
    return page;
  }
}
