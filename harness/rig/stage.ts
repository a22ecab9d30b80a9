import type { FrameTask, Pace } from '../agent/collector.ts';
import { goneUrl } from '../plan/address.ts';
import type { PlannedDocument } from '../plan/plan.ts';
import { wayInto } from '../plan/way-in.ts';
import { AGENT_PATH, HOST_PATH } from '../plan/world.ts';
import { type Heard, keyOf } from './heard.ts';
import { type Instance, type Pacing, upgrades, type Wave, wavesOf } from './instance.ts';
import { hostMarkup } from './markup.ts';
import type { Rig } from './rig.ts';
import { type Serving, serveAgent, serveInstance } from './serve.ts';
import { StagePage } from './stage-page.ts';
import { asPlanned, withUdpPort } from './web-transport.ts';

/** How a page is worked through: its frames, how long nothing may move before the controls are started, and its limit. */
const PACE: Pace = { width: 16, idle: 200, limit: 30_000 };

/**
 * How many frames are worked on at once. Where script's thread waits for connections, a frame that is loading keeps its socket
 * until that thread has seen the response, and WebKit has six for a host: with none left, a synchronous connection waits for
 * ten seconds, and gives up. Where documents are come back to, the back/forward cache has no room for many, and they would
 * push each other out.
 */
const WIDTHS: Readonly<Record<Pacing, number>> = { plain: PACE.width, synchronous: 4, returning: 1 };

/** How long a page is waited for before it is asked again, in milliseconds: below the limits of every protocol. */
const TURN = 10_000;

/**
 * How many framed documents a host page takes. Chromium and WebKit give a page no more than 1,000 frames, and no word of
 * those above: each document may bring three of its own.
 */
const DOCUMENTS = 250;

/** The pages of one run of scenarios: host pages per origin for framed documents, a page each for top-level ones. */
export class Stage {
  readonly run: string;
  readonly #rig: Rig;
  #hosts = new Map<string, StagePage>();
  #pages: StagePage[] = [];
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
    const waves = wavesOf(instances);
    // The first wave's come last, and so in front.
    for (const wave of waves.toReversed()) await this.#openHosts(wave);
    for (const wave of waves) await this.#openTogether(wave);
  }

  /**
   * Every page is there before a document can open a window: WebKitGTK's MiniBrowser gives a driver that asks for a window the
   * one that script has just opened, while that has loaded nothing.
   */
  async #openHosts({ pacing, instances }: Wave): Promise<void> {
    for (const { document } of instances) if (isFramed(document)) await this.#host(document, pacing);
  }

  async #openTogether({ pacing, instances }: Wave): Promise<void> {
    const pace = { ...PACE, width: WIDTHS[pacing] };
    const byPage = new Map<StagePage, Instance[]>();
    const frames = new Map<StagePage, FrameTask[]>();
    // Pages of their own are there as well before the first of them is led into its document.
    const loads: Array<() => Promise<void>> = [];
    for (const source of instances) {
      const { instance, port } = withUdpPort(source, this.#rig.servers);
      if (port !== null) this.#udpPorts.set(instance.id, port);
      const { id, document, connections } = instance;
      const injected = isInjected(source.document);
      const url = serveInstance(this.#rig.servers, instance, this.#serving(!injected));
      const framed = isFramed(source.document);
      const page = framed ? await this.#host(document, pacing) : await this.#page();
      if (!framed) {
        serveAgent(this.#rig.servers, new URL(document.page).origin, this.#rig.agent);
        loads.push(() => page.open(url, injected ? this.#rig.agent : null));
      }
      page.documents.add(id);
      if (upgrades(document)) this.#rig.giveUp(page.page);
      byPage.set(page, [...(byPage.get(page) ?? []), instance]);
      const frame = {
        ...{ url, document: id, key: this.#serving().keyOf(id), cases: connections.map(idOf) },
        gone: document.context.leaves && !document.context.returns ? goneUrl(url) : null,
      };
      if (framed) frames.set(page, [...(frames.get(page) ?? []), frame]);
    }
    for (const load of loads) await load();
    for (const [page, opening] of frames)
      await page.ask(`frame(${JSON.stringify(opening)}, ${JSON.stringify(pace)})`);
    await Promise.all([...byPage].map(([page, opened]) => waitFor(page, opened)));
    await this.#redirectsAnswered([...frames.values()].flat());
  }

  /** Waits until redirects that were held back are on their way: what is opened from now on starts later. */
  async #redirectsAnswered(tasks: readonly FrameTask[]): Promise<void> {
    const { ledger } = this.#rig.servers;
    await Promise.all(
      tasks.flatMap(({ gone }) =>
        gone === null ? [] : ledger.waitFor(({ url }) => url === gone, { timeoutMs: TURN }),
      ),
    );
  }

  #serving(script = true): Serving {
    const { agent, secret } = this.#rig;
    return { run: this.run, agent, script, keyOf: (id) => keyOf(secret, this.run, id) };
  }

  /** All that was told so far, by every page; and of a page that was left, that each of its documents was. */
  async messages(): Promise<Heard[]> {
    for (const page of this.#pages) await page.listen(this.#rig.secret, this.run);
    return this.#pages
      .flatMap(({ heard }) => heard)
      .map((message) => {
        const port = this.#udpPorts.get(message.document ?? '');
        return port === undefined ? message : asPlanned(message, port);
      });
  }

  /** What was refused and names no document of this stage, so that it counts against none; in words. */
  strangers(): string[] {
    const known = new Set<string | null>(this.#pages.flatMap(({ documents }) => [...documents]));
    return this.#pages
      .flatMap(({ heard }) => heard)
      .flatMap((one) => (one.kind === 'refused' && !known.has(one.document) ? [one.reason] : []));
  }

  /** Console texts, or null where the browser gives none. */
  console(): string[] | null {
    const taken = this.#pages.map(({ page }) => page.console());
    return taken.some((messages) => messages === null)
      ? null
      : taken.flatMap((messages) => (messages ?? []).map(({ text }) => text));
  }

  async #host(document: PlannedDocument, pacing: Pacing): Promise<StagePage> {
    const { origin } = new URL(document.page);
    const key = `${origin} ${hostFor(document, pacing)}`;
    const known = this.#hosts.get(key);
    if (known && !known.left && known.documents.size < DOCUMENTS) return known;
    serveAgent(this.#rig.servers, origin, this.#rig.agent);
    this.#rig.servers.serve(origin + HOST_PATH, {
      headers: [],
      contentType: 'text/html; charset=utf-8',
      body: hostMarkup(AGENT_PATH),
    });
    const page = await this.#page();
    await page.open(`${origin}${HOST_PATH}?run=${this.run}`);
    this.#hosts.set(key, page);
    return page;
  }

  async #page(): Promise<StagePage> {
    const page = new StagePage(await this.#rig.page(this.#pages.length));
    this.#pages.push(page);
    return page;
  }
}

const isInjected = (document: PlannedDocument): boolean => wayInto(document).how === 'injected';

/** Whether it is put into a frame of a host page. A driver evaluates in pages, not in frames. */
const isFramed = (document: PlannedDocument): boolean =>
  document.context.opened === 'framed' && !isInjected(document);

/** Host pages of one origin that are kept apart. */
type HostKind = 'plain' | 'opens windows' | 'synchronous';

/**
 * Windows take the focus from the page that opens them, and Chromium then lets frames of that page wait. Where script's
 * thread waits for a synchronous connection, redirects of the same page would keep their sockets meanwhile: all of a host's,
 * when enough were sent by what is not waited for, such as pings; and the connection would get none.
 */
function hostFor({ context }: PlannedDocument, pacing: Pacing): HostKind {
  if (context.opensWindow) return 'opens windows';
  return pacing === 'synchronous' ? 'synchronous' : 'plain';
}

/** Waits until a page has nothing more to tell of its instances, or was left. */
async function waitFor(page: StagePage, instances: readonly Instance[]): Promise<void> {
  const expected = Object.fromEntries(instances.map(({ id, connections }) => [id, connections.map(idOf)]));
  const call = `wait(${JSON.stringify(expected)}, ${JSON.stringify(PACE)}, ${TURN})`;
  while ((await page.ask(call)) === false);
}

const idOf = ({ id }: { id: string }): string => id;
