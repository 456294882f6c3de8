#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three computers with one class on a real WebDAV server, by personalizectl sync alone.

Runs beside tests/sync/with-server.sh -t, which says where the server is: PZ_DAV_URL, PZ_DAV_USER, PZ_DAV_PASSWORD and, for
TLS, PZ_DAV_CACERT.
"""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import unittest
import urllib.request
import zlib

import ctl
from counting_proxy import CountingProxy

ADDRESS, USER = os.environ['PZ_DAV_URL'], os.environ.get('PZ_DAV_USER')
CACERT = os.environ.get('PZ_DAV_CACERT')
PASSPHRASE = 'lesen rechnen schreiben turnen'
PRIVATE = 'written for one pair of eyes'
HEADER = 'sourcedId,givenName,familyName,email\n'


class Sync(ctl.Case):
    folder_number = 0

    def setUp(self):
        super().setUp()
        Sync.folder_number += 1
        self.name = 'class %d' % Sync.folder_number
        self.proxy = None
        self.address = ADDRESS
        if not CACERT:
            self.proxy = CountingProxy(ADDRESS)
            self.addCleanup(self.proxy.close)
            self.address = self.proxy.url
        (self.folder / 'password').write_text(os.environ.get('PZ_DAV_PASSWORD', '') + '\n', encoding='utf-8')
        (self.folder / 'passphrase').write_text(PASSPHRASE + '\n', encoding='utf-8')
        self.secrets = ['--password-file', self.folder / 'password'] if USER else []

    def on(self, device, *arguments, **more):
        self.data = self.folder / device
        return self.ctl(*arguments, **more)

    def json_on(self, device, *arguments, **more):
        return json.loads(self.on(device, '--json', *arguments, **more).stdout)

    def people(self, *rows):
        table = self.folder / '5b.csv'
        table.write_text(HEADER + ''.join(row + '\n' for row in rows), encoding='utf-8')
        return table

    def change(self, device, *rows):
        self.on(device, '--class', '5b', 'import', self.people(*rows))

    def begin(self, verb, device, *more, **other):
        account = ['--user', USER] if USER else []
        return self.json_on(device, 'sync', verb, self.address, '--folder', self.name, *account, *self.secrets, *more, **other)

    def sync(self, device, status=0):
        done = self.on(device, '--json', 'sync', *self.secrets, status=status)
        return json.loads(done.stdout)['classes'][0]

    def everybody(self, rounds=1):
        for _ in range(rounds):
            for device in 'abc':
                self.sync(device)

    def everybody_of(self, devices):
        for device in devices:
            self.sync(device)

    def set_up(self, *more, passphrase=False):
        if passphrase:
            self.secrets += ['--passphrase-file', self.folder / 'passphrase']
            more += ('--encrypt',)
        self.on('a', 'import', self.people('1,Amina,Yusuf,one@example.org', '2,Elif,Yildiz,two@example.org'))
        self.write_private_note()
        self.begin('--set-up', 'a', *more)

    def write_private_note(self):
        for path in (self.folder / 'a').glob('classrooms/*/learners/*.json'):
            text = path.read_text(encoding='utf-8')
            path.write_text(text.replace('"family-name"', '"private-notes":"%s",\n "family-name"' % PRIVATE, 1), encoding='utf-8')

    def assert_all_equal(self):
        first = self.values('a')
        for device in 'bc':
            self.assertEqual(self.values(device), first, device)

    def values(self, device):
        """What is known of everybody, but for what is known to one computer alone."""
        ids = sorted(learner['id'] for learner in self.json_on(device, 'learners')['learners'])
        shown = [self.json_on(device, 'show', learner) for learner in ids]
        for learner in shown:
            learner.pop('private-notes', None)
        return shown

    def texts_of(self, device, given_name):
        return [path.read_text(encoding='utf-8') for path in (self.folder / device).glob('classrooms/*/learners/*.json')
                if '"%s"' % given_name in path.read_text(encoding='utf-8')][0]

    def ask(self, method, name='', body=None):
        url = ADDRESS + urllib.request.quote(self.name) + '/' + name
        headers = {'Depth': '1'} if method == 'PROPFIND' else {}
        request = urllib.request.Request(url, data=body, method=method, headers=headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def on_server(self):
        """Names of all objects there."""
        listing = self.ask('PROPFIND').decode()
        return set(re.findall(r'(?:seg|snap|key)-[0-9a-f-]+|personalize-classroom-\d+', listing))


class Flow(Sync):
    def meet(self, passphrase):
        """Three computers: each edits, two edit the same, and all are equal in the end."""
        self.set_up(passphrase=passphrase)
        for device in 'bc':
            made = self.begin('--join', device)
            self.assertTrue(pathlib.Path(made['path']).is_dir())
        for device in 'abc':
            self.on(device, 'check-in', 'amina', 'seen by %s' % device)
        self.everybody(2)
        for device in 'abc':
            for other in 'abc':
                self.assertIn('seen by %s' % other, self.texts_of(device, 'Amina'))
        self.assert_all_equal()

        self.change('a', '1,Amina,Yusuf,from-a@example.org')
        self.change('b', '1,Amina,Yusuf,from-b@example.org')
        self.everybody(2)
        for device in 'abc':
            text = self.texts_of(device, 'Amina')
            self.assertIn('from-a@example.org', text)
            self.assertIn('from-b@example.org', text)
        self.assert_all_equal()
        self.assertEqual([self.sync(device)['waiting'] for device in 'abc'], [0, 0, 0])

    def test_three_computers(self):
        self.meet(False)
        self.assertIn(PRIVATE, self.texts_of('a', 'Amina'))
        for device in 'bc':
            self.assertNotIn(PRIVATE, self.texts_of(device, 'Amina'))

    def test_three_computers_with_a_passphrase(self):
        self.meet(True)

    def test_joining_needs_the_passphrase(self):
        self.set_up(passphrase=True)
        (self.folder / 'passphrase').write_text('another passphrase\n', encoding='utf-8')
        self.assertIn('passphrase', self.begin_refused('b', 77))
        self.secrets = self.secrets[:-2]
        self.assertIn('passphrase', self.begin_refused('b', 77))
        self.assertEqual(list((self.folder / 'b').glob('classrooms/*')), [])

    def begin_refused(self, device, status):
        account = ['--user', USER] if USER else []
        return self.on(device, 'sync', '--join', self.address, '--folder', self.name, *account, *self.secrets,
                       status=status, stdin=subprocess.DEVNULL).stderr

    def test_dry_run_changes_nothing(self):
        self.set_up()
        self.on('a', 'check-in', 'amina', 'later')
        waiting = self.json_on('a', 'sync', '--dry-run')['classes'][0]
        self.assertEqual((waiting['waiting'], waiting['requests'], waiting['sent']), (1, 0, 0))
        look = self.begin('--join', 'b', '--dry-run')
        self.assertEqual((look['holds'], look['encrypted']), ('class', False))
        self.assertFalse((self.folder / 'b' / 'classrooms').exists())
        self.assertEqual(self.sync('a')['sent'], 1)

    def id_of(self, device):
        return next(one['id'] for one in self.json_on(device, 'sync', '--devices')['devices'] if one['this'])

    def is_lost(self, device, lost):
        return next(one['lost'] for one in self.json_on(device, 'sync', '--devices')['devices'] if one['id'] == lost)

    def test_a_lost_computer(self):
        self.set_up('--device-name', 'Desk')
        self.begin('--join', 'b', '--device-name', 'Old Laptop')
        self.begin('--join', 'c', '--device-name', 'Old Laptop')
        self.everybody(2)
        lost, other = self.id_of('b'), self.id_of('c')
        self.assertIn('this computer', self.on('a', 'sync', '--retire', 'desk', *self.secrets, status=2).stderr)
        self.assertIn('called “Tablet”', self.on('a', 'sync', '--retire', 'Tablet', *self.secrets, status=2).stderr)
        self.assertIn('no key', self.on('a', 'sync', '--retire', lost, '--new-key', *self.secrets, status=2).stderr)
        several = self.on('a', 'sync', '--retire', 'old laptop', *self.secrets, status=2).stderr
        self.assertIn(lost, several)
        self.assertIn(other, several)
        self.assertFalse(self.is_lost('a', lost))

        self.on('b', 'check-in', 'amina', 'written on the lost one')
        said = self.on('a', 'sync', '--retire', lost[:8], *self.secrets).stdout
        self.assertIn('“Old Laptop” counts as lost', said)
        self.assertNotIn('passphrase', said)
        self.sync('c')
        self.assertEqual([self.is_lost(device, lost) for device in 'ac'], [True, True])
        self.assertFalse(self.is_lost('a', other))
        self.assertIn('lost', self.on('c', 'sync', '--devices').stdout)

        self.everybody(3)   # it was only mislaid
        self.assertEqual([self.is_lost(device, lost) for device in 'abc'], [False, False, False])
        self.assertIn('written on the lost one', self.texts_of('a', 'Amina'))
        self.assert_all_equal()

    def test_a_lost_computer_and_a_new_key(self):
        self.set_up(passphrase=True)
        self.begin('--join', 'b')
        self.everybody_of('ab')
        self.assertIn('--new-key', self.on('a', 'sync', '--retire', self.id_of('b'), *self.secrets).stdout)
        made = self.json_on('a', 'sync', '--retire', self.id_of('b'), '--new-key', *self.secrets)
        self.assertTrue(made['told'])
        old = (self.folder / 'passphrase').read_text(encoding='utf-8')
        (self.folder / 'passphrase').write_text(made['passphrase'] + '\n', encoding='utf-8')
        self.on('a', 'check-in', 'amina', 'for those who have the new key')
        self.everybody_of('aa')
        self.begin('--join', 'c')
        self.assertIn('for those who have the new key', self.texts_of('c', 'Amina'))
        (self.folder / 'passphrase').write_text(old, encoding='utf-8')
        self.on('b', 'sync', *self.secrets, status=77)
        self.assertNotIn('for those who have the new key', self.texts_of('b', 'Amina'))

    def test_leaving_keeps_everything(self):
        self.set_up()
        before = self.values('a')
        self.on('a', 'sync', '--leave')
        self.assertEqual(self.values('a'), before)
        self.on('a', 'sync', status=2)
        self.assertEqual(self.json_on('a', 'sync', '--all')['classes'], [])
        joined = self.begin('--join', 'b')
        self.assertTrue(joined['class'])


@unittest.skipIf(CACERT, 'what is sent can only be looked at without TLS')
class Counted(Sync):
    def requests_of(self, *arguments, **more):
        self.proxy.take_count()
        self.sync(*arguments, **more)
        return self.proxy.take_count()

    def test_requests_are_few(self):
        self.set_up()
        self.sync('a')
        self.assertEqual(self.requests_of('a'), 1)
        self.on('a', 'check-in', 'amina', 'one edit')
        self.assertEqual(self.requests_of('a'), 2)
        self.assertEqual(self.requests_of('a'), 1)
        self.change('a', *('%d,Given%d,Family,' % (n, n) for n in range(100, 1100)))
        self.assertEqual(self.requests_of('a'), 2)
        self.everybody_of_one('a')
        self.proxy.take_count()
        self.begin('--join', 'b')
        self.assertLessEqual(self.proxy.take_count(), 15)
        self.assertEqual(len(self.json_on('b', 'learners')['learners']), 1002)

    def everybody_of_one(self, device):
        for _ in range(3):
            self.sync(device)

    def test_what_never_leaves_the_computer_is_not_sent(self):
        self.set_up()
        self.on('a', 'check-in', 'amina', 'this one is sent')
        self.sync('a')
        sent = b''.join(self.read(body) for body in self.proxy.bodies)
        self.assertIn(b'this one is sent', sent)
        self.assertNotIn(PRIVATE.encode(), sent)
        self.assertNotIn(b'private-notes', sent)

    @staticmethod
    def read(body):
        return zlib.decompress(body[5:]) if body[:5] == b'PZO1\0' else body

    def test_the_server_sees_nothing_of_what_is_sealed(self):
        self.set_up(passphrase=True)
        self.on('a', 'check-in', 'amina', 'nobody but us')
        self.sync('a')
        objects = [body for body in self.proxy.bodies if body[:4] == b'PZO1']
        self.assertTrue(objects)
        self.assertTrue(all(body[4] == 1 for body in objects), 'sealed, all of them')
        everything = b''.join(self.proxy.bodies)
        for text in ('Amina', 'Yusuf', 'nobody but us', PASSPHRASE, PRIVATE):
            self.assertNotIn(text.encode(), everything)


@unittest.skipIf(CACERT or USER, 'objects are exchanged without an account')
class Forged(Sync):
    """Somebody can write to the folder and has not the key."""

    def setUp(self):
        super().setUp()
        self.set_up(passphrase=True)
        self.begin('--join', 'b')
        self.on('a', 'check-in', 'amina', 'first')
        self.sync('a')
        self.everybody_of('ab')

    def put(self, name, body):
        parts = name.split('-')
        parts[-3:] = [str(len(body)), hashlib.blake2b(body, digest_size=16).hexdigest(), '0badcafe']
        self.ask('PUT', '-'.join(parts), body)
        return '-'.join(parts)

    def segment(self):
        """The next one of a computer, as it was sent and before anybody else has read it."""
        before = self.on_server()
        self.on('a', 'check-in', 'amina', 'second')
        self.sync('a')
        names = [name for name in self.on_server() - before if name.startswith('seg-')]
        self.assertEqual(len(names), 1)
        body = self.ask('GET', names[0])
        self.ask('DELETE', names[0])
        return names[0], body

    def assert_refused(self, name, body):
        before, pulled = self.values('b'), self.sync('b')['pulled']
        name = self.put(name, body)
        refused = self.sync('b', status=1)
        self.assertEqual(self.values('b'), before)
        self.assertEqual((refused['received'], refused['refused']), (0, [name]))
        # what is on the disk may be behind what was told, as nothing else had changed
        self.assertLessEqual(refused['pulled'], pulled, 'not everything was taken in')
        self.assertIn(name, self.on('b', 'sync', *self.secrets, status=1).stdout)
        status = self.on('b', 'sync', '--status').stdout
        self.assertIn(name, status, 'also when nobody asks the server')
        self.assertIn('Changes %s to %s of “' % tuple(name.split('-')[2:4]), status)

    def test_changed(self):
        name, body = self.segment()
        self.assert_refused(name, body[:-1] + bytes([body[-1] ^ 1]))

    def test_cut(self):
        name, body = self.segment()
        self.assert_refused(name, body[:-7])

    def test_under_another_name(self):
        name, body = self.segment()
        parts = name.split('-')
        parts[4] = '%016x' % (int(parts[4], 16) ^ 1)  # what it says of the chain is sealed with it
        self.assert_refused('-'.join(parts), body)

    def test_not_sealed(self):
        name, _ = self.segment()
        plain = {'kind': 'segment', 'minor': 0, 'min_reader': 0, 'classroom': 'x', 'device': name.split('-')[1],
                 'from': int(name.split('-')[2]), 'to': int(name.split('-')[3]), 'prev': '0' * 32, 'edits': []}
        self.assert_refused(name, b'PZO1\0' + zlib.compress(json.dumps(plain).encode()))

    def test_replayed_after_it_was_taken_in(self):
        name, body = self.segment()
        self.put(name, body)
        self.sync('b')
        self.assertIn('second', self.texts_of('b', 'Amina'))
        before = self.values('b')
        self.put(name, body)
        self.sync('b')
        self.assertEqual(self.values('b'), before)


if __name__ == '__main__':
    unittest.main()
