#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands between a program and a WebDAV server, counts what is asked and keeps what is sent."""
import http.client
import http.server
import threading
import urllib.parse


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    timeout = 60

    def handle_any(self):
        proxy = self.server.proxy
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        with proxy.lock:
            proxy.requests.append((self.command, self.path))
            proxy.bodies.append(body)
        server = http.client.HTTPConnection(proxy.host, proxy.port, timeout=60)
        server.request(self.command, self.path, body=body or None, headers=dict(self.headers.items()))
        answer = server.getresponse()
        content = answer.read()
        self.send_response_only(answer.status, answer.reason)
        for name, value in answer.getheaders():
            if name.lower() not in ('transfer-encoding', 'connection', 'content-length', 'keep-alive'):
                self.send_header(name, value)
        if answer.status not in (204, 304):
            self.send_header('Content-Length', str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        server.close()

    do_GET = do_PUT = do_DELETE = do_MKCOL = do_PROPFIND = do_OPTIONS = handle_any

    def log_message(self, *arguments):
        pass


class CountingProxy:
    """For plain http only; `url` is the same folder as `address`."""

    def __init__(self, address):
        parts = urllib.parse.urlsplit(address)
        self.host, self.port = parts.hostname, parts.port
        self.lock = threading.Lock()
        self.requests, self.bodies = [], []
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.proxy = self
        self.url = urllib.parse.urlunsplit(parts._replace(netloc='127.0.0.1:%d' % self.server.server_port))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take_count(self):
        """Requests since it was asked last."""
        with self.lock:
            count, self.requests = len(self.requests), []
        return count

    def close(self):
        self.server.shutdown()
        self.server.server_close()
