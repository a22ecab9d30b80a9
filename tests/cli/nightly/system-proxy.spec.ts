import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryDirectory } from '../../temporary-directory.ts';

// macOS is not at hand: what is tried is the script, beside a networksetup that keeps what it is told in files.

const script = path.resolve(import.meta.dirname, '../../../.ci/with-system-proxy.sh');

/** As far as the script needs it, with its output written as on macOS. */
const NETWORKSETUP = `#!/bin/bash
cd "$STATE" || exit 1
what=$1 service=$2
echo "$*" >> ../told
[[ $* == "$FAILS" ]] && exit 1
case $what in
  -listallnetworkservices) echo 'An asterisk (*) denotes that a network service is disabled.'; cat ../services ;;
  -getwebproxy|-getsecurewebproxy) cat "$service.\${what#-get}" ;;
  -setwebproxy|-setsecurewebproxy) printf 'Enabled: Yes\nServer: %s\nPort: %s\nAuthenticated Proxy Enabled: 0\n' "$3" "$4" > "$service.\${what#-set}" ;;
  -setwebproxystate|-setsecurewebproxystate)
    kind=\${what#-set} state=No; [[ $3 == on ]] && state=Yes
    file="$service.\${kind%state}"; sed "s/^Enabled: .*/Enabled: $state/" "$file" > "$file.new" && mv "$file.new" "$file" ;;
  -getproxybypassdomains) if [[ -s "$service.bypass" ]]; then cat "$service.bypass"; else echo "There aren't any bypass domains set on $service."; fi ;;
  -setproxybypassdomains) shift 2; if [[ $1 == Empty ]]; then : > "$service.bypass"; else printf '%s\n' "$@" > "$service.bypass"; fi ;;
esac
`;

const OFF = 'Enabled: No\nServer: \nPort: 0\nAuthenticated Proxy Enabled: 0\n';
const OWN = 'Enabled: Yes\nServer: proxy.example\nPort: 8080\nAuthenticated Proxy Enabled: 0\n';
const LEFT = 'Enabled: No\nServer: old.example\nPort: 81\nAuthenticated Proxy Enabled: 0\n';

/** A Mac with two services that are on, one of which has a proxy, and one that is off. */
function mac() {
  const folder = temporaryDirectory();
  const state = path.join(folder, 'state');
  mkdirSync(state);
  mkdirSync(path.join(folder, 'bin'));
  writeFileSync(path.join(folder, 'bin', 'networksetup'), NETWORKSETUP);
  chmodSync(path.join(folder, 'bin', 'networksetup'), 0o755);
  writeFileSync(
    path.join(folder, 'services'),
    'Wi-Fi\n*Thunderbolt Bridge\nUSB 10/100 LAN\n'.replace('10/100 ', ''),
  );
  const files: Record<string, string> = {
    'Wi-Fi.webproxy': OFF,
    'Wi-Fi.securewebproxy': LEFT,
    'Wi-Fi.bypass': '*.local\n169.254/16\n',
    'USB LAN.webproxy': OWN,
    'USB LAN.securewebproxy': OWN,
    'USB LAN.bypass': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(state, name), text);
  const env = { ...process.env, STATE: state, PATH: `${folder}/bin:${process.env.PATH}`, TMPDIR: folder };
  const now = () =>
    Object.fromEntries(
      readdirSync(state).map((name) => [name, readFileSync(path.join(state, name), 'utf8')]),
    );
  return { files, env, now, run: (args: string[], more = {}) => runTo(args, { ...env, ...more }) };
}

const runTo = (
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; said: string; out: string }> =>
  new Promise((resolve) => {
    const child = execFile(script, args, { env }, (_, out, said) =>
      resolve({ code: child.exitCode ?? -1, said, out }),
    );
  });

/** What was set before; of a proxy that had no address, only that it is off can be put back. */
const putBack = (files: Record<string, string>) => ({
  ...files,
  'Wi-Fi.webproxy': expect.stringMatching(/^Enabled: No\n/),
});

for (const code of [0, 1, 3])
  test(`the proxy is ours while the command runs, and as before when it has ended with ${code}`, async () => {
    const { files, now, run } = mac();
    const ended = await run(['3128', 'bash', '-c', `cat "$STATE"/*proxy "$STATE"/*bypass; exit ${code}`]);
    expect(ended.code).toBe(code);
    expect(ended.out).toBe(
      'Enabled: Yes\nServer: 127.0.0.1\nPort: 3128\nAuthenticated Proxy Enabled: 0\n'.repeat(4),
    );
    expect(now()).toEqual(putBack(files));
  });

for (const signal of ['SIGTERM', 'SIGHUP'] as const)
  test(`${signal} ends the command, and everything is put back`, async () => {
    const { files, env, now } = mac();
    const child = spawn(script, ['3128', 'bash', '-c', 'echo started; exec sleep 1000'], { env });
    await once(child.stdout, 'data');
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect(code).toBe(143);
    expect(now()).toEqual(putBack(files));
  });

test('what fails in between is put back as well, and the command does not run', async () => {
  const { files, now, run } = mac();
  const { code, out } = await run(['3128', 'echo', 'ran'], { FAILS: '-setwebproxy USB LAN 127.0.0.1 3128' });
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(now()).toEqual(putBack(files));
});

test('where something cannot be put back, it says where the old settings are, and ends with 2', async () => {
  const { run } = mac();
  const { code, said } = await run(['3128', 'true'], { FAILS: '-setwebproxystate USB LAN on' });
  expect(code).toBe(2);
  expect(said).toMatch(/not all of it could be put back; what was set before is in \S+/);
});

test('without a port, a command, or networksetup, nothing is changed', async () => {
  const { files, now, run } = mac();
  for (const args of [[], ['3128'], ['port', 'true']]) expect((await run(args)).code).not.toBe(0);
  expect((await run(['3128', 'true'], { PATH: '/usr/bin:/bin' })).said).toContain('this is for macOS');
  expect(now()).toEqual(files);
});
