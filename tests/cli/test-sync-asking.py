#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How personalizectl sync is asked for, how it asks for what is secret, and how it ends when no server answers."""
import fcntl
import os
import pty
import subprocess
import termios
import unittest

import ctl

NOWHERE = 'http://127.0.0.1:9/dav/'  # nobody listens there
SECRET = 'correct horse'


class Asking(ctl.Case):
    def setUp(self):
        super().setUp()
        (self.folder / '5b.csv').write_text('Given name,Family name\nAmina,Yusuf\n', encoding='utf-8')
        self.ctl('import', self.folder / '5b.csv')

    def test_what_does_not_fit_together(self):
        for arguments in (['--set-up', NOWHERE], ['--join', NOWHERE], ['--set-up', NOWHERE, '--join', NOWHERE, '--folder', 'x'],
                          ['--leave', '--devices'], ['--all', '--leave'], ['--all', '--class', '5b'], ['--all', '--retire', 'x'], ['--new-key'],
                          ['--retire', 'x', '--devices'], ['--retire', 'x', '--dry-run'], ['--folder', 'x'],
                          ['--encrypt'], ['--dry-run', '--status'], ['--join', NOWHERE, '--folder', 'x', '--class', '5b']):
            self.ctl('sync', *arguments, status=2)

    def test_a_class_on_no_server(self):
        for arguments in ([], ['--status'], ['--devices'], ['--leave'], ['--dry-run'], ['--retire', 'x']):
            self.assertIn('not on a server', self.ctl('sync', *arguments, status=2).stderr)
        self.assertEqual(self.json('sync', '--all'), {'classes': []})

    def test_no_server_answers(self):
        self.ctl('sync', '--set-up', NOWHERE, '--folder', 'x', status=69)
        self.ctl('sync', '--set-up', NOWHERE, '--folder', 'x', '--dry-run', status=69)
        self.ctl('sync', '--join', NOWHERE, '--folder', 'x', status=69)
        self.ctl('sync', '--status', status=2)

    def test_http_goes_to_this_computer_alone(self):
        self.assertIn('https', self.ctl('sync', '--set-up', 'http://dav.example.org/', '--folder', 'x', status=1).stderr)

    def test_a_password_that_nobody_gives(self):
        account = ['--set-up', NOWHERE, '--folder', 'x', '--user', 'ada']
        self.ctl('sync', *account, status=77, stdin=subprocess.DEVNULL)
        self.ctl('sync', *account, '--password-file', '-', status=77, input='\n')
        self.ctl('sync', *account, '--password-file', self.folder / 'none', status=2)
        self.ctl('sync', *account, '--password-file', '-', status=69, input=SECRET + '\n')

    def test_a_short_passphrase(self):
        self.ctl('sync', '--set-up', NOWHERE, '--folder', 'x', '--encrypt', '--passphrase-file', '-', status=77, input='abc\n')

    def test_the_terminal_does_not_show_what_is_typed(self):
        master, slave = pty.openpty()

        def begin():
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        arguments = [ctl.PROGRAM, '--data-dir', str(self.data), 'sync', '--set-up', NOWHERE, '--folder', 'x', '--user', 'ada']
        program = subprocess.Popen(arguments, stdin=slave, stdout=slave, stderr=slave, preexec_fn=begin,
                                   env=dict(os.environ, LANGUAGE='C'))
        os.close(slave)
        shown = b''
        while b'account:' not in shown:
            shown += os.read(master, 1000)
        while termios.tcgetattr(master)[3] & termios.ECHO:
            pass  # the question stands there a moment before the echo is off
        os.write(master, SECRET.encode() + b'\n')
        while True:
            try:
                piece = os.read(master, 1000)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        self.assertEqual(program.wait(timeout=60), 69)
        self.assertNotIn(SECRET.encode(), shown)
        os.close(master)


if __name__ == '__main__':
    unittest.main()
