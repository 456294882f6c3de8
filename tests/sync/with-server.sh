#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-server.sh [-t] NAME COMMAND...   runs a command beside a real WebDAV server of servers.sh, and ends the server with it.
#   -t   the system trusts the server, as programs ask the system: over TLS, root alone can make it so
# The command finds the address in PZ_DAV_URL, the name in PZ_DAV_SERVER, for TLS who vouches for it in
# PZ_DAV_CACERT, and where an account is needed its PZ_DAV_USER and PZ_DAV_PASSWORD.
# PZ_DAV_DELAY=50 puts a round trip of 50 ms between the two.
# Exit status: of the command; when the server is not installed, 0 and a line of TAP that says that all was skipped.
set -u
here=$(dirname "$0")
trusted=0
if [ "$1" = -t ]; then trusted=1; shift; fi
name=$1; shift
child='' proxy=''

out=$("$here/servers.sh" start "$name" 2>&1) || {
  status=$?
  [ $status = 77 ] || { echo "$out" >&2; exit $status; }
  echo "1..0 # SKIP ${out#servers.sh: skipped: }"
  exit 0
}
dir=$(sed -n 's/^dir=//p' <<<"$out")
finish() {
  for process in $child $proxy; do kill "$process" 2>/dev/null; done
  "$here/servers.sh" stop "$dir"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

PZ_DAV_SERVER=$name
PZ_DAV_URL=$(sed -n 's/^url=//p' <<<"$out")
PZ_DAV_CACERT=$(sed -n 's/^cacert=//p' <<<"$out")
PZ_DAV_USER=$(sed -n 's/^user=//p' <<<"$out")
PZ_DAV_PASSWORD=$(sed -n 's/^password=//p' <<<"$out")
if [ -n "${PZ_DAV_DELAY:-}" ]; then
  port=${PZ_DAV_URL##*:}; port=${port%%/*}
  exec {answer}< <(exec "$here/delay.py" "$port" "$PZ_DAV_DELAY")
  proxy=$!
  read -r line <&"$answer"
  PZ_DAV_URL=${PZ_DAV_URL/:$port/:${line#port=}}
fi
if [ $trusted = 1 ] && [ -n "$PZ_DAV_CACERT" ]; then
  # a system of its own, in which the file of all certificates is the one of this server
  script='mount --bind "$0" /etc/ssl/certs/ca-certificates.crt && exec "$@"'
  if ! unshare -m sh -c "$script" "$PZ_DAV_CACERT" true 2>/dev/null; then
    echo "1..0 # SKIP nobody but root can make the system trust a server"
    exit 0
  fi
  set -- unshare -m sh -c "$script" "$PZ_DAV_CACERT" "$@"
fi
export PZ_DAV_SERVER PZ_DAV_URL PZ_DAV_CACERT PZ_DAV_USER PZ_DAV_PASSWORD
"$@" &
child=$!
wait "$child"
status=$?
child=
exit $status
