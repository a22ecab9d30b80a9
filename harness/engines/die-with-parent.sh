#!/bin/sh
# Runs $CONNECT_SRC_EXECUTABLE with the given arguments until it ends, or until file descriptor 3 does; then kills
# the whole process group. The harness holds the other end of that pipe and never writes to it, so that even
# `kill -9` of the harness leaves no browser behind. Has to be started as the leader of a group of its own.
(read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 &
"$CONNECT_SRC_EXECUTABLE" "$@" 3<&- 4<&- </dev/null &
wait $!
kill -KILL 0
