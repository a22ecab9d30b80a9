#!/usr/bin/env bash
# Runs a command while the proxy of macOS is the one on 127.0.0.1 and this port, and puts back what was set before, also
# when the command fails or is interrupted:  with-system-proxy.sh PORT COMMAND…
# Safari takes no proxy but the system's. Only one such command may run on a machine at a time.
set -euo pipefail

port=${1:?give the port of the proxy, and the command to run}
shift
[[ $port =~ ^[0-9]+$ && $# -gt 0 ]] || { echo "usage: with-system-proxy.sh PORT COMMAND…" >&2; exit 2; }
command -v networksetup > /dev/null || { echo "with-system-proxy.sh: there is no networksetup: this is for macOS" >&2; exit 2; }

# Every service that is switched on: the first line is a note, and a * marks one that is off.
services=()
while IFS= read -r line; do
  [[ $line == \** ]] || services+=("$line")
done < <(networksetup -listallnetworkservices | tail -n +2)
[[ ${#services[@]} -gt 0 ]] || { echo "with-system-proxy.sh: no network service is on" >&2; exit 2; }

saved=$(mktemp -d)
field() { awk -F': ' -v name="$1" '$1 == name { print $2; exit }' "$2"; }

restore() {
  local i kind file server wrong=0
  trap '' INT TERM HUP
  for i in "${!services[@]}"; do
    for kind in webproxy securewebproxy; do
      file=$saved/$i-$kind
      # One that had no address keeps ours, switched off: networksetup takes no empty one.
      [[ -s $file ]] || continue
      server=$(field Server "$file")
      if [[ -n $server ]]; then
        networksetup -set$kind "${services[i]}" "$server" "$(field Port "$file")" || wrong=1
      fi
      if [[ $(field Enabled "$file") == Yes ]]; then
        networksetup -set${kind}state "${services[i]}" on || wrong=1
      else
        networksetup -set${kind}state "${services[i]}" off || wrong=1
      fi
    done
    if [[ -f $saved/$i-bypass ]]; then
      domains=()
      while IFS= read -r line; do domains+=("$line"); done < "$saved/$i-bypass"
      [[ ${#domains[@]} -gt 0 && ${domains[0]} != "There aren't any"* ]] || domains=(Empty)
      networksetup -setproxybypassdomains "${services[i]}" "${domains[@]}" || wrong=1
    fi
  done
  if [[ $wrong == 1 ]]; then
    echo "with-system-proxy.sh: not all of it could be put back; what was set before is in $saved" >&2
    return 1
  fi
  rm -rf "$saved"
}

# What is read comes before anything is changed: what cannot be read could not be put back.
for i in "${!services[@]}"; do
  networksetup -getwebproxy "${services[i]}" > "$saved/$i-webproxy"
  networksetup -getsecurewebproxy "${services[i]}" > "$saved/$i-securewebproxy"
  networksetup -getproxybypassdomains "${services[i]}" > "$saved/$i-bypass"
done

# Until the command runs, whatever ends this is a set-up that is wrong.
code=2
child=
finish() {
  trap - EXIT
  if [[ -n $child ]]; then
    kill -TERM "$child" 2> /dev/null || true
    wait "$child" 2> /dev/null || true
  fi
  restore || code=2
  exit "$code"
}
trap finish EXIT
trap 'code=130; exit' INT
trap 'code=143; exit' TERM HUP

for service in "${services[@]}"; do
  networksetup -setwebproxy "$service" 127.0.0.1 "$port"
  networksetup -setsecurewebproxy "$service" 127.0.0.1 "$port"
  networksetup -setproxybypassdomains "$service" Empty
done

# In the background, so that a signal is heard at once.
"$@" &
child=$!
code=0
wait "$child" || code=$?
child=
