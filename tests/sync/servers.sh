#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts a real WebDAV server on the loopback interface for the sync tests.
#
#   servers.sh list              every NAME with "installed" or the reason it is not
#   servers.sh start NAME        starts one; prints dir=, url=, pid= (cacert= for TLS, user= and password=)
#   servers.sh stop DIR          stops the server of DIR (from start) by its pid, removes DIR
#
# Every start has its own temporary folder and its own free port, so several can run at once.
# Exit status: 0 done, 1 failed (the log is shown), 2 wrong use, 77 server not installed (skip).
set -u

PYTHON=/usr/bin/python3
NAMES="apache apache-basic apache-digest apache-gzip apache-h2 lighttpd nginx rclone"
MODS=${APACHE_MODULES:-/usr/lib/apache2/modules}
NGINX_MODS=${NGINX_MODULES:-/usr/lib/nginx/modules}
LIGHTTPD_MODS=${LIGHTTPD_MODULES:-/usr/lib/lighttpd}
PATH=$PATH:/usr/sbin:/sbin
ACCOUNT=ada PASSWORD='correct horse'
USER_FOR_ROOT=www-data          # the server's user when this runs as root

die() { echo "servers.sh: $2" >&2; exit "$1"; }

# apache_modules NAME: what is loaded beside the core
apache_modules() {
  echo mpm_event authz_core mime dav dav_fs
  case $1 in
  apache-basic)  echo authn_core authn_file authz_user auth_basic ;;
  apache-digest) echo authn_core authn_file authz_user auth_digest ;;
  apache-gzip)   echo filter deflate ;;
  apache-h2)     echo ssl http2 socache_shmcb ;;
  esac
}

# why_not NAME: prints why NAME cannot run here; nothing when it can
why_not() {
  local m
  [ -x $PYTHON ] || { echo "python3 is not installed"; return; }
  case $1 in
  apache*)
    command -v apache2 >/dev/null || { echo "apache2 is not installed"; return; }
    for m in $(apache_modules "$1"); do
      [ -e "$MODS/mod_$m.so" ] || { echo "apache2 has no mod_$m"; return; }
    done
    if [ "$1" = apache-h2 ] && ! command -v openssl >/dev/null; then echo "openssl is not installed"; fi ;;
  nginx)
    command -v nginx >/dev/null || { echo "nginx is not installed"; return; }
    [ -e "$NGINX_MODS/ngx_http_dav_ext_module.so" ] || echo "nginx has no dav-ext module" ;;
  lighttpd)
    command -v lighttpd >/dev/null || { echo "lighttpd is not installed"; return; }
    [ -e "$LIGHTTPD_MODS/mod_webdav.so" ] || echo "lighttpd has no mod_webdav" ;;
  rclone) command -v rclone >/dev/null || echo "rclone is not installed" ;;
  *) echo "unknown server" ;;
  esac
}

free_port() {
  $PYTHON -c 'import socket
s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# answers URL: true when PROPFIND gives 207 there, or asks who it is
answers() {
  $PYTHON - "$1" <<'PY'
import http.client, ssl, sys, urllib.parse
u = urllib.parse.urlsplit(sys.argv[1])
if u.scheme == "https":
    c = http.client.HTTPSConnection(u.hostname, u.port, timeout=2, context=ssl._create_unverified_context())
else:
    c = http.client.HTTPConnection(u.hostname, u.port, timeout=2)
try:
    c.request("PROPFIND", u.path, headers={"Depth": "0"})
    sys.exit(c.getresponse().status not in (207, 401))
except OSError:
    sys.exit(1)
PY
}

# birth PID: the kernel's start time of a process; tells a reused pid from ours
birth() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# end DIR: asks the recorded process to end, waits, insists after 5 s
end() {
  local pid born
  [ -s "$1/pid" ] || return 0
  read -r pid born <"$1/pid"
  [ "$(birth "$pid")" = "$born" ] || return 0
  kill -TERM "$pid"
  for _ in $(seq 50); do
    [ "$(birth "$pid")" = "$born" ] || return 0
    sleep 0.1
  done
  kill -KILL "$pid"
}

# apache_access NAME DIR: who may use it
apache_access() {
  case $1 in
  apache-basic)  printf '  AuthType Basic\n' ;;
  apache-digest) printf '  AuthType Digest\n  AuthDigestProvider file\n' ;;
  *)             printf '  Require all granted\n'; return ;;
  esac
  printf '  AuthName class\n  AuthUserFile "%s/users"\n  Require valid-user\n' "$2"
}

# make_users NAME DIR: the one account
make_users() {
  case $1 in
  apache-basic)  echo "$ACCOUNT:{SHA}$($PYTHON -c 'import base64, hashlib, sys
print(base64.b64encode(hashlib.sha1(sys.argv[1].encode()).digest()).decode())' "$PASSWORD")" ;;
  apache-digest) echo "$ACCOUNT:class:$($PYTHON -c 'import hashlib, sys
print(hashlib.md5(":".join((sys.argv[1], "class", sys.argv[2])).encode()).hexdigest())' "$ACCOUNT" "$PASSWORD")" ;;
  esac >"$2/users"
}

apache_conf() {
  local m
  for m in $(apache_modules "$1"); do echo "LoadModule ${m}_module $MODS/mod_$m.so"; done
  [ "$(id -u)" = 0 ] && printf 'User %s\nGroup %s\n' $USER_FOR_ROOT $USER_FOR_ROOT
  cat <<C
ServerRoot "$2"
ServerName localhost
Listen 127.0.0.1:$3
PidFile "$2/server.pid"
ErrorLog "$2/log"
DefaultRuntimeDir "$2/tmp"
TypesConfig "$2/mime.types"
KeepAlive On
MaxKeepAliveRequests 0
DavLockDB "$2/tmp/locks"
DocumentRoot "$2/root"
<Directory "$2/root">
$(apache_access "$1" "$2")
  Dav On
</Directory>
C
  [ "$1" = apache-h2 ] && cat <<C
Protocols h2 http/1.1
SSLEngine on
SSLCertificateFile "$2/cert.pem"
SSLCertificateKeyFile "$2/key.pem"
C
  [ "$1" = apache-gzip ] &&
    echo "AddOutputFilterByType DEFLATE application/json text/plain text/xml application/xml"
  return 0
}

nginx_conf() {
  echo "load_module $NGINX_MODS/ngx_http_dav_ext_module.so;"
  [ "$(id -u)" = 0 ] && echo "user $USER_FOR_ROOT;"
  cat <<C
daemon off;
pid $2/server.pid;
error_log $2/log;
worker_processes 2;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path $2/tmp/body;
  proxy_temp_path $2/tmp/proxy;
  fastcgi_temp_path $2/tmp/fastcgi;
  uwsgi_temp_path $2/tmp/uwsgi;
  scgi_temp_path $2/tmp/scgi;
  dav_ext_lock_zone zone=locks:4m;
  keepalive_requests 100000;
  client_max_body_size 100m;
  server {
    listen 127.0.0.1:$3;
    root $2/root;
    location / {
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS LOCK UNLOCK;
      dav_ext_lock zone=locks;
      create_full_put_path off;
    }
  }
}
C
}

lighttpd_conf() {
  cat <<C
server.modules = ("mod_webdav")
server.document-root = "$2/root"
server.port = $3
server.bind = "127.0.0.1"
server.errorlog = "$2/log"
server.pid-file = "$2/server.pid"
server.upload-dirs = ("$2/tmp")
server.max-keep-alive-requests = 65535
mimetype.assign = (".json" => "application/json", ".txt" => "text/plain", "" => "application/octet-stream")
webdav.activate = "enable"
webdav.sqlite-db-name = "$2/tmp/locks.db"
C
  [ "$(id -u)" = 0 ] && printf 'server.username = "%s"\nserver.groupname = "%s"\n' $USER_FOR_ROOT $USER_FOR_ROOT
  return 0
}

# launch NAME DIR PORT: runs the server in the foreground of a background job and records its pid
launch() {
  local n=$1 d=$2 p=$3
  case $n in
  apache*)  apache_conf "$n" "$d" "$p" >"$d/conf"
            apache2 -f "$d/conf" -D FOREGROUND >>"$d/out" 2>&1 </dev/null & ;;
  nginx)    nginx_conf "$n" "$d" "$p" >"$d/conf"
            nginx -c "$d/conf" -p "$d" -e "$d/log" >>"$d/out" 2>&1 </dev/null & ;;
  lighttpd) lighttpd_conf "$n" "$d" "$p" >"$d/conf"
            lighttpd -D -f "$d/conf" >>"$d/out" 2>&1 </dev/null & ;;
  rclone)   rclone serve webdav "$d/root" --config "$d/rclone.conf" --cache-dir "$d/tmp" \
              --addr "127.0.0.1:$p" >>"$d/out" 2>&1 </dev/null & ;;
  esac
  echo "$! $(birth $!)" >"$d/pid"
}

start() {
  local n=$1 why d p url scheme=http
  case " $NAMES " in *" $n "*) ;; *) die 2 "no server named $n (one of: $NAMES)" ;; esac
  why=$(why_not "$n")
  [ -z "$why" ] || die 77 "skipped: $why"
  d=$(mktemp -d "${TMPDIR:-/tmp}/personalize-dav-$n.XXXXXX") || die 1 "no temporary folder"
  mkdir -p "$d/root/dav" "$d/tmp"
  printf 'application/json json\ntext/plain txt\n' >"$d/mime.types"
  : >"$d/log"; : >"$d/out"; : >"$d/rclone.conf"
  make_users "$n" "$d"
  if [ "$n" = apache-h2 ]; then
    scheme=https
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
      -addext subjectAltName=IP:127.0.0.1 -keyout "$d/key.pem" -out "$d/cert.pem" 2>>"$d/out" ||
      die 1 "openssl could not make a certificate"
  fi
  if [ "$(id -u)" = 0 ] && [ "$n" != rclone ]; then chown -R $USER_FOR_ROOT: "$d"; fi
  for _ in 1 2 3; do                      # another process may take the port first
    p=$(free_port); url=$scheme://127.0.0.1:$p/dav/
    launch "$n" "$d" "$p"
    for _ in $(seq 50); do
      if answers "$url"; then
        echo "dir=$d"; echo "url=$url"; echo "pid=$(cut -d' ' -f1 "$d/pid")"
        [ $scheme = https ] && echo "cacert=$d/cert.pem"
        [ -s "$d/users" ] && { echo "user=$ACCOUNT"; echo "password=$PASSWORD"; }
        return 0
      fi
      [ -n "$(birth "$(cut -d' ' -f1 "$d/pid")")" ] || break
      sleep 0.1
    done
    end "$d"
  done
  cat "$d/out" "$d/log" >&2
  rm -rf -- "$d"
  die 1 "$n did not answer"
}

stop() {
  case ${1##*/} in personalize-dav-*.??????) ;; *) die 2 "not a folder made by start: $1" ;; esac
  [ -f "$1/pid" ] || die 2 "not a folder made by start: $1"
  end "$1"
  rm -rf -- "$1"
}

case ${1:-}:$# in
list:1)  for n in $NAMES; do w=$(why_not "$n"); printf '%-12s %s\n' "$n" "${w:-installed}"; done ;;
start:2) start "$2" ;;
stop:2)  stop "$2" ;;
*)       sed -n '3,11s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
