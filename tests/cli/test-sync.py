#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs personalizectl sync on three computers against a real server.

environment, as with-server.sh sets it: PZ_DAV_URL, and where an account is needed PZ_DAV_USER and PZ_DAV_PASSWORD
"""
import json
import os
import pathlib
import unittest
import uuid

from ctl import Case, run

URL = os.environ['PZ_DAV_URL']
USER, PASSWORD = os.environ.get('PZ_DAV_USER', ''), os.environ.get('PZ_DAV_PASSWORD', '')
PASSPHRASE = 'correct horse battery staple'
# no secret service: nothing of the person who runs this is touched, and everything is asked for
ALONE = {'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nonexistent'}


class Sync(Case):
    def setUp(self):
        super().setUp()
        self.name = 'Class 5b ' + uuid.uuid4().hex[:8]
        self.account = []
        if USER:
            (self.folder / 'password').write_text(PASSWORD + '\n', encoding='utf-8')
            self.account = ['--user', USER, '--password-file', self.folder / 'password']
        self.encrypted = []
        self.use(0)
        (self.folder / 'people.csv').write_text('Given name,Family name\nAmina,Yusuf\nElif,Yıldız\n', encoding='utf-8')
        self.ctl('import', self.folder / 'people.csv')

    def use(self, number):
        """From now on this computer is meant."""
        self.data = self.folder / ('device-%d' % number)

    def sync(self, *arguments, **more):
        """What one synchronisation says of the class."""
        files = self.account[2:] + self.encrypted
        return self.json('sync', *files, *arguments, env=ALONE, **more)['classes'][0]

    def set_up(self, *arguments):
        return self.ctl('sync', '--set-up', URL, '--folder', self.name, *self.account, *self.encrypted, *arguments,
                        env=ALONE).stdout

    def join(self, number, **more):
        self.use(number)
        return self.ctl('sync', '--join', URL, '--folder', self.name, *self.account, *self.encrypted, env=ALONE, **more)

    def encrypt(self, text=PASSPHRASE):
        (self.folder / 'passphrase').write_text(text + '\n', encoding='utf-8')
        self.encrypted = ['--passphrase-file', self.folder / 'passphrase']

    def everything(self, number):
        self.use(number)
        return [self.json('show', name) for name in ('amina', 'elif')]

    def cross(self):
        """Every computer notes something; in the end all know all of it."""
        self.join(1)
        self.join(2)
        for number in range(3):
            self.use(number)
            self.ctl('check-in', 'amina', 'Noted on %d' % number)
            self.assertEqual(self.sync()['sent'], 1)
        for number in (0, 1, 2):
            self.use(number)
            self.sync()
        kept = [self.everything(number) for number in range(3)]
        self.assertEqual(kept[0], kept[1])
        self.assertEqual(kept[0], kept[2])
        self.assertEqual({entry['text'] for entry in kept[0][0]['check-ins']},
                         {'Noted on 0', 'Noted on 1', 'Noted on 2'})
        self.use(0)
        last = self.sync()
        self.assertEqual((last['requests'], last['sent'], last['received'], last['waiting']), (1, 0, 0, 0))
        self.assertIsNotNone(last['stored'])

    def test_three_computers_agree(self):
        self.set_up()
        self.cross()

    def test_three_computers_agree_and_the_server_reads_nothing(self):
        self.encrypt()
        self.set_up('--encrypt')
        self.cross()
        self.encrypt('another passphrase than this')
        self.use(3)
        self.ctl('sync', '--join', URL, '--folder', self.name, *self.account, *self.encrypted, env=ALONE, status=78)
        self.assertEqual(self.json('classes')['classes'], [])

    def test_new_passphrase_is_told_once(self):
        said = self.set_up('--encrypt')
        self.assertRegex(said, r'(?m): [0-9A-Z]{5}(-[0-9A-Z]{5}){4}$')
        self.encrypt(said.split(': ')[1].split('\n')[0].lower().replace('-', ' '))
        self.join(1)
        self.assertEqual(self.everything(1), self.everything(0))

    def test_what_waits_is_told_without_asking(self):
        self.set_up()
        self.ctl('check-in', 'elif', 'Rested')
        for option in ('--status', '--dry-run'):
            told = self.sync(option)
            self.assertEqual((told['waiting'], told['requests'], told['sent']), (1, 0, 0))
        self.assertEqual(self.sync()['sent'], 1)
        devices = self.json('sync', '--devices', env=ALONE)['devices']
        self.assertEqual([device['this'] for device in devices], [True])

    def test_left_class_stays_here_and_there(self):
        self.set_up()
        self.ctl('sync', '--leave', env=ALONE)
        self.ctl('sync', *self.account[2:], env=ALONE, status=78)
        self.assertEqual(self.json('sync', '--all', env=ALONE)['classes'], [])
        self.join(1)
        self.assertEqual(self.everything(1), self.everything(0))
        self.use(0)
        self.set_up()
        self.assertEqual(self.sync()['waiting'], 0)

    def test_refusals_say_what_can_be_done(self):
        self.ctl('sync', env=ALONE, status=78)
        self.ctl('sync', '--join', URL, env=ALONE, status=2)
        self.ctl('sync', '--join', URL, '--leave', env=ALONE, status=2)
        self.ctl('sync', '--set-up', 'ftp://files.school.example/', env=ALONE, status=1)
        self.ctl('sync', '--join', URL, '--folder', 'Not there', *self.account, env=ALONE, status=65)
        self.set_up()
        self.ctl('sync', '--set-up', URL, '--folder', self.name, *self.account, env=ALONE, status=1)
        path = pathlib.Path(self.json('classes')['classes'][0]['path']) / 'outbox' / 'server.json'
        settings = json.loads(path.read_text(encoding='utf-8'))
        self.assertEqual(settings['encrypted'], False)
        self.assertNotIn(PASSWORD or 'password', path.read_text(encoding='utf-8'))
        settings['folder'] = 'http://127.0.0.1:9/dav/x/'
        path.write_text(json.dumps(settings), encoding='utf-8')
        self.ctl('check-in', 'elif', 'Rested')
        done = run('--data-dir', self.data, '--json', 'sync', *self.account[2:], env=ALONE)
        self.assertEqual(done.returncode, 69, done.stderr)
        told = json.loads(done.stdout)['classes'][0]
        self.assertEqual(told['waiting'], 1)
        self.assertTrue(told['error'])


if __name__ == '__main__':
    unittest.main()
