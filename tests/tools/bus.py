# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection to the accessibility bus of our own, that asks many questions in one go.

A tree has hundreds of parts and each is asked several things: over GDBus or libatspi most of the time goes into sending
and waking. Here all questions are written at once, and an answer is left as bytes until somebody reads it.
What a message looks like: https://dbus.freedesktop.org/doc/dbus-specification.html
"""
import os
import re
import socket
import struct

from gi.repository import Gio  # noqa: E402

CALL, ANSWER, SIGNAL = 1, 2, 4
NO_AUTO_START = 2
PATH, INTERFACE, MEMBER, REPLY_TO, DESTINATION, SENDER, SIGNATURE = 1, 2, 3, 5, 6, 7, 8
BUS = 'org.freedesktop.DBus', '/org/freedesktop/DBus'
ORDER = b'l' if struct.pack('=H', 1)[0] else b'B'       # both sides are on one machine
HEADER = struct.Struct('=cBBBIII')                      # order, type, flags, version, bytes of body, serial, bytes of fields
NUMBER = struct.Struct('=I')
TIMEOUT = 10.0                                          # s for each piece of an answer


def padded(data, to):
    return data + bytes(-len(data) % to)


def number(value):
    """A number of 32 bits, where it begins at a multiple of four bytes."""
    return NUMBER.pack(value)


def text(value):
    """A string or a path as it stands in a message, where one begins at a multiple of four bytes."""
    data = value.encode()
    return NUMBER.pack(len(data)) + data + b'\0'


def field(number, kind, data):
    """One field of a header; kind is the type of its value."""
    return bytes((number, 1)) + kind + b'\0' + data


class Call:
    """What is asked: a method with arguments in their written form, of any object."""

    def __init__(self, interface, method, signature='', *arguments):
        fields = [field(INTERFACE, b's', text(interface)), field(MEMBER, b's', text(method))]
        if signature:
            fields.append(field(SIGNATURE, b'g', bytes((len(signature),)) + signature.encode() + b'\0'))
        self.fields = b''.join(padded(field, 8) for field in fields)
        self.body = b''.join([padded(argument, 4) for argument in arguments[:-1]] + list(arguments[-1:]))

    def message(self, serial, bus_name, path):
        fields = b''.join((self.fields, padded(field(PATH, b'o', text(path)), 8), field(DESTINATION, b's', text(bus_name))))
        header = HEADER.pack(ORDER, CALL, NO_AUTO_START, 1, len(self.body), serial, len(fields))
        return padded(header + fields, 8) + self.body


class Reader:
    """Reads the values of the body of a message, one after the other."""

    def __init__(self, body):
        self.body, self.at = body, 0

    def number(self):
        at = self.at + 3 & ~3
        self.at = at + 4
        return NUMBER.unpack_from(self.body, at)[0]

    def text(self):
        at = self.at + 7 & ~3                   # behind the length
        self.at = end = at + NUMBER.unpack_from(self.body, at - 4)[0]
        self.at += 1
        return self.body[at:end].decode()

    def skip_text(self):
        at = self.at + 7 & ~3
        self.at = at + NUMBER.unpack_from(self.body, at - 4)[0] + 1

    def struct(self):
        """Go on to where a structure begins."""
        self.at = self.at + 7 & ~7

    def reference(self):
        """The bus name and the path of a thing."""
        self.struct()
        return self.text(), self.text()

    def variant(self):
        """Go on from the type of a value to the value."""
        self.at += self.body[self.at] + 2

    def end_of_array(self, step):
        """Go on to the first of an array, where each begins at a multiple of step bytes; the place behind the last."""
        n_bytes = self.number()
        self.at = self.at + step - 1 & -step
        return self.at + n_bytes

    def texts(self):
        """All texts of an array, not told apart."""
        n_bytes = self.number()
        self.at += n_bytes
        return self.body[self.at - n_bytes:self.at]


def address_of_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                 Gio.DBusCallFlags.NONE, int(TIMEOUT * 1000), None).unpack()
    kind, path = re.search('unix:(path|abstract)=([^,;]*)', address).groups()
    return ('\0' if kind == 'abstract' else '') + re.sub('%(..)', lambda code: chr(int(code[1], 16)), path)


def fields_of(header):
    """The fields of a header by their numbers, as they are written."""
    found, at = {}, HEADER.size
    while at < len(header):
        number, kind, at = header[at], header[at + 2:at + 3], at + 4    # number, length of the type, type, a zero
        n_bytes = header[at] + 2 if kind == b'g' else 4 if kind == b'u' else NUMBER.unpack_from(header, at)[0] + 5
        found[number] = header[at:at + n_bytes]
        at = at + n_bytes + 7 & ~7
    return found


class Connection:
    """Open until the process ends."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(TIMEOUT)
        self.socket.connect(address_of_bus())
        self.serial, self.received = 0, b''
        self.heard = set()      # references of what sent a signal
        self.socket.sendall(b'\0AUTH EXTERNAL %s\r\nBEGIN\r\n' % str(os.getuid()).encode().hex().encode())
        while b'\r\n' not in self.received:
            self.receive(0)
        greeting, _, self.received = self.received.partition(b'\r\n')
        if not greeting.startswith(b'OK'):
            raise ConnectionError(greeting.decode())
        self.ask_all([(BUS, Call('org.freedesktop.DBus', 'Hello'))])

    def listen(self, interface, member):
        """Note in heard from now on who sends such a signal."""
        rule = "type='signal',interface='%s',member='%s'" % (interface, member)
        self.ask_all([(BUS, Call('org.freedesktop.DBus', 'AddMatch', 's', text(rule)))])

    def receive(self, at):
        """Read more behind what was received and not looked at yet, which begins at a place."""
        data = self.socket.recv(1 << 18)
        if not data:
            raise ConnectionError('the accessibility bus is gone')
        self.received = self.received[at:] + data

    def messages(self):
        """The messages as they come: (type, fields of the header, body)."""
        at = 0
        try:
            while True:
                while len(self.received) < at + HEADER.size:
                    self.receive(at)
                    at = 0
                order, kind, _, _, n_body, _, n_fields = HEADER.unpack_from(self.received, at)
                if order != ORDER:
                    raise ConnectionError('a message that cannot be read')
                start = HEADER.size + (n_fields + 7 & ~7)
                while len(self.received) < at + start + n_body:
                    self.receive(at)
                    at = 0
                header, body = self.received[at:at + start], self.received[at + start:at + start + n_body]
                at += start + n_body
                yield kind, fields_of(header), body
        finally:
            self.received = self.received[at:]

    def ask_all(self, calls):
        """Make all calls (reference, Call) at once; the bodies they answer with, None for an error or none in time."""
        first = self.serial + 1
        self.serial += len(calls)
        answers, missing = [None] * len(calls), len(calls)
        self.socket.sendall(b''.join([call.message(first + number, *reference)
                                      for number, (reference, call) in enumerate(calls)]))
        messages = self.messages()
        try:
            while missing:
                kind, fields, body = next(messages)
                answered = NUMBER.unpack(fields[REPLY_TO])[0] if REPLY_TO in fields else 0
                if answered >= first:
                    missing -= 1
                    answers[answered - first] = body if kind == ANSWER else None
                elif kind == SIGNAL and SENDER in fields:
                    self.heard.add((Reader(fields[SENDER]).text(), Reader(fields[PATH]).text()))
        except TimeoutError:
            pass
        messages.close()
        return answers
