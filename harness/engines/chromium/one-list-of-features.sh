#!/bin/sh
# Runs $CONNECT_SRC_CHROMIUM with the given arguments, but with one --disable-features that holds what all of them did:
# Chromium heeds the last one only, so that a list of ours would undo Playwright's.
features=
left=$#
while [ "$left" -gt 0 ]; do
  case $1 in
    --disable-features=*) features=${features:+$features,}${1#*=} ;;
    *) set -- "$@" "$1" ;;
  esac
  shift
  left=$((left - 1))
done
exec "$CONNECT_SRC_CHROMIUM" "$@" ${features:+"--disable-features=$features"}
