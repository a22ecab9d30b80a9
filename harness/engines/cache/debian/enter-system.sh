#!/bin/sh
# Runs a program of the system in the folder `root` beside this file: the one of this file's own name in its /usr/bin.
# The program sees this machine's processes, devices, temporary folders, display and network, and none of its other
# files. What is mounted for that is in a mount namespace of its own, so that it goes away with the last process in it,
# however that ends; and no process is started between the caller and the program, so that it has the caller's
# group, file descriptors and signals. Entering a system takes root.
set -e
here=$(cd "${0%/*}" && pwd -P)
root=$here/root
name=${0##*/}

if [ "$CONNECT_SRC_ENTERING" != "$root" ]; then
  export CONNECT_SRC_ENTERING="$root"
  exec unshare --mount --propagation private -- "$here/$name" "$@"
fi
unset CONNECT_SRC_ENTERING

mount --bind "$root" "$root"
for folder in /proc /sys /dev /tmp; do
  mount --rbind "$folder" "$root$folder"
done
for file in /etc/hosts /etc/resolv.conf; do
  [ -e "$file" ] || continue
  [ -e "$root$file" ] || : >"$root$file"
  mount --bind "$file" "$root$file"
done

# The temporary folder is at the same path inside, for profiles and sockets are named in both.
temporary=${TMPDIR:-/tmp}
case $temporary/ in
/tmp/*) ;;
*)
  mkdir -p "$root$temporary"
  mount --rbind "$temporary" "$root$temporary"
  ;;
esac

# So is the key of the display, wherever it is.
key=${XAUTHORITY:-$HOME/.Xauthority}
if [ -n "$DISPLAY" ] && [ -e "$key" ]; then
  : >>"$root/run/display-key"
  mount --bind "$key" "$root/run/display-key"
  export XAUTHORITY=/run/display-key
fi

# What a browser keeps in its user's home goes with the temporary folder; a language that is not installed is none.
export HOME="$temporary" PATH=/usr/bin:/usr/sbin:/bin:/sbin LC_ALL=C.UTF-8
unset XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME DBUS_SESSION_BUS_ADDRESS LD_LIBRARY_PATH LD_PRELOAD

# The system's root becomes the root, not only this process's idea of it: in a mere chroot, Linux allows no sandbox.
cd "$root"
pivot_root . .
umount -l .
cd /
exec "/usr/bin/$name" "$@"
