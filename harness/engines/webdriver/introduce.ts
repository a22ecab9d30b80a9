import { BidiClient } from '../bidi/client.ts';
import type { EngineName, ProxyPass } from '../engine.ts';
import { EngineError } from '../errors.ts';
import type { WebDriverClient } from './client.ts';

/**
 * Has a browser show the credentials of its proxy for the first time; it keeps them for the life of the session. One that
 * was started with them, as WebKitGTK is, only goes and shows that it has them.
 *
 * @param engine WebKit is started with the credentials, and needs no word of them
 * @param pass absent where the proxy asks for none
 * @throws {EngineError} where the browser cannot be told them: it would reach nothing
 */
export async function introduce(
  client: WebDriverClient,
  engine: EngineName,
  pass: ProxyPass | undefined,
): Promise<void> {
  if (pass === undefined) return;
  const { webSocketUrl } = client.capabilities;
  if (typeof webSocketUrl === 'string') await answerChallenge(webSocketUrl, pass);
  else await client.navigate(pass.greeting.url).catch(() => {});
  if ((await client.text()).trim() === pass.greeting.text) return;
  const why =
    engine === 'webkit' || typeof webSocketUrl === 'string'
      ? ''
      : ': its WebDriver server offers no WebDriver BiDi, by which it is told them';
  throw new EngineError('protocol', `the browser does not show the credentials of the proxy${why}`);
}

interface Challenge {
  request: { request: string; url: string };
}

/**
 * Goes to the greeting over WebDriver BiDi and answers the proxy's challenge there: the only one that is intercepted. By the
 * session's other protocol it could not be answered, for a driver takes one command at a time.
 */
async function answerChallenge(webSocketUrl: string, pass: ProxyPass): Promise<void> {
  const { username, password, greeting } = pass;
  const bidi = await BidiClient.connect(webSocketUrl);
  try {
    const credentials = { type: 'password', username, password };
    let told = false;
    bidi.on<Challenge>('network.authRequired', ({ request: { request, url } }) => {
      // Asked again, it was not believed: a second answer would be the same.
      const answer =
        url === greeting.url && !told ? { action: 'provideCredentials', credentials } : { action: 'cancel' };
      told ||= url === greeting.url;
      bidi.send('network.continueWithAuth', { request, ...answer }).catch(() => {});
    });
    const events = { events: ['network.authRequired'] };
    await bidi.send('session.subscribe', events);
    const { intercept } = await bidi.send<{ intercept: string }>('network.addIntercept', {
      phases: ['authRequired'],
    });
    const { contexts } = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      maxDepth: 0,
    });
    const context = contexts[0]?.context;
    await bidi.send('browsingContext.navigate', { context, url: greeting.url, wait: 'complete' });
    await bidi.send('network.removeIntercept', { intercept });
    await bidi.send('session.unsubscribe', events);
  } finally {
    bidi.close();
  }
}
