#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret service in memory, for the tests of what asks it; runs a command beside it and ends with that.

usage: dbus-run-session -- secret-service.py COMMAND...

Only what the specification of freedesktop.org asks for the calls that are made, without encryption on the bus. Storing
under the name "locked" is refused as by a keyring that nobody unlocked; under "hostile" with an error of no known kind.
"""
import subprocess
import sys
import threading

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

ROOT = '/org/freedesktop/secrets'
COLLECTION = ROOT + '/collection/login'
ALIAS = ROOT + '/aliases/default'
SESSION = ROOT + '/session/s1'
XML = '''<node>
<interface name="org.freedesktop.Secret.Service">
 <method name="OpenSession"><arg type="s" direction="in"/><arg type="v" direction="in"/>
  <arg type="v" direction="out"/><arg type="o" direction="out"/></method>
 <method name="SearchItems"><arg type="a{ss}" direction="in"/><arg type="ao" direction="out"/><arg type="ao" direction="out"/></method>
 <method name="Unlock"><arg type="ao" direction="in"/><arg type="ao" direction="out"/><arg type="o" direction="out"/></method>
 <method name="GetSecrets"><arg type="ao" direction="in"/><arg type="o" direction="in"/>
  <arg type="a{o(oayays)}" direction="out"/></method>
 <method name="ReadAlias"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
 <property name="Collections" type="ao" access="read"/>
</interface>
<interface name="org.freedesktop.Secret.Collection">
 <method name="CreateItem"><arg type="a{sv}" direction="in"/><arg type="(oayays)" direction="in"/><arg type="b" direction="in"/>
  <arg type="o" direction="out"/><arg type="o" direction="out"/></method>
 <property name="Items" type="ao" access="read"/><property name="Label" type="s" access="read"/>
 <property name="Locked" type="b" access="read"/>
 <property name="Created" type="t" access="read"/><property name="Modified" type="t" access="read"/>
</interface>
<interface name="org.freedesktop.Secret.Item">
 <method name="Delete"><arg type="o" direction="out"/></method>
 <property name="Locked" type="b" access="read"/><property name="Attributes" type="a{ss}" access="read"/>
 <property name="Label" type="s" access="read"/>
 <property name="Created" type="t" access="read"/><property name="Modified" type="t" access="read"/>
</interface></node>'''
INTERFACES = {i.name: i for i in Gio.DBusNodeInfo.new_for_xml(XML).interfaces}


class Service:
    def __init__(self, bus):
        self.bus, self.items, self.count, self.places = bus, {}, 0, {}
        self.offer(ROOT, 'org.freedesktop.Secret.Service')
        self.offer(COLLECTION, 'org.freedesktop.Secret.Collection')
        self.offer(ALIAS, 'org.freedesktop.Secret.Collection')

    def offer(self, path, interface):
        self.places[path] = self.bus.register_object(path, INTERFACES[interface], self.call, self.get, None)

    def get(self, bus, sender, path, interface, name):
        item = self.items.get(path, {})
        values = {'Collections': ('ao', [COLLECTION]), 'Items': ('ao', list(self.items)), 'Locked': ('b', False),
                  'Label': ('s', item.get('label', 'Login')), 'Attributes': ('a{ss}', item.get('attributes', {})),
                  'Created': ('t', 0), 'Modified': ('t', 0)}
        return GLib.Variant(*values[name])

    def find(self, wanted):
        return [path for path, item in self.items.items()
                if all(item['attributes'].get(name) == value for name, value in wanted.items())]

    def call(self, bus, sender, path, interface, method, arguments, invocation):
        try:
            invocation.return_value(getattr(self, method)(path, *arguments.unpack()))
        except KeyError as error:
            invocation.return_dbus_error(error.args[0], 'refused')

    def OpenSession(self, path, algorithm, _):
        if algorithm != 'plain':
            raise KeyError('org.freedesktop.DBus.Error.NotSupported')
        return GLib.Variant('(vo)', (GLib.Variant('s', ''), SESSION))

    def SearchItems(self, path, wanted):
        return GLib.Variant('(aoao)', (self.find(wanted), []))

    def Unlock(self, path, paths):
        return GLib.Variant('(aoo)', (paths, '/'))

    def GetSecrets(self, path, paths, session):
        found = {p: (SESSION, b'', self.items[p]['secret'], 'text/plain') for p in paths if p in self.items}
        return GLib.Variant('(a{o(oayays)})', (found,))

    def ReadAlias(self, path, name):
        return GLib.Variant('(o)', (COLLECTION,))

    def CreateItem(self, path, properties, secret, replace):
        attributes = properties['org.freedesktop.Secret.Item.Attributes']
        if attributes.get('name') == 'locked':
            raise KeyError('org.freedesktop.Secret.Error.IsLocked')
        if attributes.get('name') == 'hostile':
            raise KeyError('org.example.Unheard')
        same = self.find(attributes) if replace else []
        item = same[0] if same else '%s/%d' % (COLLECTION, self.count)
        if not same:
            self.count += 1
            self.offer(item, 'org.freedesktop.Secret.Item')
        self.items[item] = {'attributes': attributes, 'label': properties['org.freedesktop.Secret.Item.Label'],
                            'secret': bytes(secret[2])}
        return GLib.Variant('(oo)', (item, '/'))

    def Delete(self, path):
        del self.items[path]
        self.bus.unregister_object(self.places.pop(path))
        return GLib.Variant('(o)', ('/',))


def main():
    loop, result = GLib.MainLoop(), []
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    service = Service(bus)

    def run_command():
        try:
            result.append(subprocess.run(sys.argv[1:]).returncode)
        finally:
            GLib.idle_add(loop.quit)

    def owned(*_):
        threading.Thread(target=run_command).start()

    Gio.bus_own_name_on_connection(bus, 'org.freedesktop.secrets', Gio.BusNameOwnerFlags.NONE, owned, None)
    loop.run()
    # what is left of a class that was forgotten would be a fault
    left = [i['attributes'].get('classroom') for i in service.items.values()]
    if 'forgotten0000000' in left:
        print('Bail out! the service still holds a secret of a class that was forgotten')
        return 1
    return result[0] if result else 1


if __name__ == '__main__':
    sys.exit(main())
