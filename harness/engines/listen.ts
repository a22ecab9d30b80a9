import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { UserError } from '../errors.ts';
import type { BrowserChoice } from './browsers.ts';
import { LIMITS, within } from './time-limits.ts';

/** The address of this machine at which browsers of other machines reach the proxy; `--listen` sets it. */
export const LISTEN = 'CONNECT_SRC_LISTEN';

/** Every address of the machine, in IPv4 and in IPv6; no other way to write them is taken. */
const EVERYWHERE = ['0.0.0.0', '::'];

/** Where the proxy of a browser on another machine listens. */
export interface Listening {
  /** What it listens on; maybe every address. */
  readonly host: string;
  /** Where the browser reaches it. */
  readonly reachedAt: string;
  /** Who is to reach it: the URL of the server that starts the browser, without what it may hold of secrets. */
  readonly from: string;
}

/**
 * The address that the environment says to listen on, or null.
 * @throws {UserError} where it is none of this machine's
 */
export function listenFromEnvironment(env: NodeJS.ProcessEnv = process.env): string | null {
  const asked = env[LISTEN]?.trim() ?? '';
  if (asked === '') return null;
  if (EVERYWHERE.includes(asked) || (isIP(asked) > 0 && isOwnAddress(asked))) return asked;
  throw new UserError(
    `--listen (${LISTEN}): ${JSON.stringify(asked)} is no IP address of this machine`,
    `Give one of ${ownAddresses().join(', ')}; 0.0.0.0 or :: only where every network of this machine may come`,
  );
}

/** Whether a browser is started by a server, and not by us. */
export const isRemote = ({ how }: BrowserChoice): boolean => how === 'remote' || how === 'connect';

/**
 * Requires an address to listen on where a browser runs on another machine.
 * @throws {UserError} where there is none
 */
export function requireListening(choice: BrowserChoice, env: NodeJS.ProcessEnv = process.env): void {
  if (!isRemote(choice) || listenFromEnvironment(env) !== null || isHere(choice)) return;
  const [first = '192.0.2.1'] = ownAddresses().filter((address) => !isLoopback(address));
  throw new UserError(
    `browser ${choice.name}: it is started by ${originOf(choice)}, which is no address of this machine, and our servers listen on 127.0.0.1 only`,
    `Say which address of this machine it reaches, as --listen ${first} or ${LISTEN}=${first}; docs/remote.md says what that opens`,
  );
}

/**
 * Where the proxy of a browser has to listen; null where 127.0.0.1 does, since it runs here and nothing else was said.
 * @throws {UserError} where it runs on another machine and no address was given; {EngineError} where its server is not reached
 */
export async function listeningFor(
  choice: BrowserChoice,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Listening | null> {
  requireListening(choice, env);
  const host = listenFromEnvironment(env);
  if (host === null || !isRemote(choice)) return null;
  const reachedAt = EVERYWHERE.includes(host) ? await addressTowards(choice) : host;
  return { host, reachedAt, from: originOf(choice) };
}

/** The address of this machine from which it reaches the server that starts a browser. */
async function addressTowards(choice: BrowserChoice): Promise<string> {
  const { hostname, port, protocol } = new URL(choice.remoteUrl ?? '');
  const usual = /^(https|wss):$/.test(protocol) ? 443 : 80;
  const socket: Socket = connect(Number(port) || usual, bare(hostname));
  try {
    await within(LIMITS.launch, `reaching ${originOf(choice)}`, once(socket, 'connect'));
    return (socket.localAddress ?? '').replace(/^::ffff:/, '');
  } catch (cause) {
    throw new UserError(
      `browser ${choice.name}: ${originOf(choice)} is not reached: ${(cause as Error).message}`,
    );
  } finally {
    socket.destroy();
  }
}

/** Whether the server that starts a browser is said to be on this machine. */
function isHere({ remoteUrl = '' }: BrowserChoice): boolean {
  const host = bare(new URL(remoteUrl).hostname);
  return /(^|\.)localhost$/.test(host) || isLoopback(host) || isOwnAddress(host);
}

const isLoopback = (address: string): boolean => /^127\.|^::1$/.test(address);

const isOwnAddress = (address: string): boolean => isLoopback(address) || ownAddresses().includes(address);

/** The addresses of this machine's networks. */
export const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));

/** Neither the user's name and password nor a secret path belong into a message. */
const originOf = ({ remoteUrl = '' }: BrowserChoice): string => {
  const { protocol, host } = new URL(remoteUrl);
  return `${protocol}//${host}`;
};

/** A host without the brackets of IPv6. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
