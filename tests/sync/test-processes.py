#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to processes that synchronise: the disk is full, they are killed, two of them run at once, somebody edits
meanwhile, the folder was copied. Two computers with one class on a real WebDAV server, by personalizectl alone.

Runs beside with-server.sh, which says where the server is: PZ_DAV_URL.
environment: PERSONALIZECTL, and CRASH_SHIM, which counts what a process does to a folder: see tests/crash/shim.c
"""
import errno
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'cli'))
import ctl  # noqa: E402

HEADER = 'sourcedId,givenName,familyName\n'
FULL, UNCERTAIN, KILLED = 73, 75, -9
# so that a synchronisation ends soon and late, and every place in between comes up in one of the runs
PLACES = [*range(1, 12), *range(12, 60, 3)]


class Processes(ctl.Case):
    folder_number = 0

    def setUp(self):
        super().setUp()
        Processes.folder_number += 1
        self.name = 'class %d' % Processes.folder_number
        self.written = []
        table = self.folder / '5b.csv'
        table.write_text(HEADER + '1,Amina,Yusuf\n2,Elif,Yildiz\n', encoding='utf-8')
        self.on('a', 'import', table)
        self.on('a', 'sync', '--set-up', os.environ['PZ_DAV_URL'], '--folder', self.name)
        self.on('b', 'sync', '--join', os.environ['PZ_DAV_URL'], '--folder', self.name)

    def on(self, device, *arguments, **more):
        self.data = self.folder / device
        return self.ctl(*arguments, **more)

    def write(self, device):
        """One check-in, which has to reach everybody."""
        text = 'word %d on %s' % (len(self.written), device)
        self.on(device, 'check-in', 'amina', text)
        self.written.append(text)

    def synchronise(self, devices):
        for device in devices:
            self.on(device, 'sync')

    def place(self, device):
        return next((self.folder / device).glob('classrooms/*'))

    def waiting(self, device):
        return json.loads(self.on(device, '--json', 'sync').stdout)['classes'][0]['waiting']

    def id_of(self, device):
        state = json.loads((self.place(device) / 'outbox' / 'state.json').read_text(encoding='utf-8'))
        return state['device']

    def texts(self, device):
        """The texts of all check-ins there, sorted: one that is there twice is there twice."""
        found = []
        for path in self.place(device).glob('learners/*.json'):
            found += re.findall(r'"(word \d+ on \w)"', path.read_text(encoding='utf-8'))
        return sorted(found)

    def assert_all_there(self, devices='ab'):
        for device in devices:
            self.assertEqual(self.texts(device), sorted(self.written), device)
            self.assertIn('all is well', self.on(device, 'check').stdout)
            self.assertEqual([path for path in self.place(device).rglob('*')
                              if path.name.startswith('.') or '.journal' in path.name], [])

    def begin(self, device, **environment):
        """A synchronisation that goes on by itself."""
        return subprocess.Popen([ctl.PROGRAM, '--data-dir', str(self.folder / device), 'sync'], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=dict(os.environ, LANGUAGE='C', **environment), encoding='utf-8')

    def end(self, process):
        said, complained = process.communicate(timeout=120)
        return process.returncode, said + complained

    def disturb(self, expected, **environment):
        """Synchronises a computer that has something to send and to receive, and that is disturbed at one place after the
        other. Returns how often it was."""
        disturbed = 0
        for place in PLACES:
            self.write('a')
            self.write('b')
            self.synchronise('bb')
            own = sorted(set(self.texts('a')) | {self.written[-2]})
            process = self.begin('a', LD_PRELOAD=os.environ['CRASH_SHIM'], SHIM_DIR=str(self.place('a')),
                                 **{key: str(place) if value is None else value for key, value in environment.items()})
            status, said = self.end(process)
            self.assertIn(status, (0, *expected), said)
            disturbed += status != 0
            if status > 0:
                self.assertRegex(said, '(?i)disk|space')
            # nothing is lost that was there, and what was disturbed is made good without a hand
            self.assertLessEqual(set(own), set(self.texts('a')))
            self.assertEqual(len(self.texts('a')), len(set(self.texts('a'))))
        self.synchronise('abab')
        self.assert_all_there()
        self.assertEqual([self.waiting(device) for device in 'ab'], [0, 0])
        return disturbed

    @unittest.skipUnless(os.environ.get('CRASH_SHIM'), 'nothing can be loaded before the program')
    def test_disk_is_full(self):
        disturbed = self.disturb([FULL, UNCERTAIN], SHIM_FAIL=None, SHIM_ERRNO=str(int(errno.ENOSPC)), SHIM_STICKY='1')
        self.assertGreater(disturbed, 5)

    @unittest.skipUnless(os.environ.get('CRASH_SHIM'), 'nothing can be loaded before the program')
    def test_killed(self):
        self.assertGreater(self.disturb([KILLED], SHIM_KILL=None), 5)

    def test_two_at_once(self):
        for _ in range(12):
            self.write('a')
            self.write('b')
            self.synchronise('b')
            processes = [self.begin('a') for _ in range(3)]
            for process in processes:
                status, said = self.end(process)
                self.assertEqual(status, 0, said)
        self.synchronise('abab')
        self.assert_all_there()
        self.assertEqual([self.waiting(device) for device in 'ab'], [0, 0])

    def test_edits_meanwhile(self):
        wrong = []
        done = threading.Event()

        def synchronise():
            while not done.is_set():
                status, said = self.end(self.begin('a'))
                if status != 0:
                    wrong.append(said)

        before = self.id_of('a')
        thread = threading.Thread(target=synchronise)
        thread.start()
        try:
            for _ in range(40):
                self.write('a')
        finally:
            done.set()
            thread.join()
        self.assertEqual(wrong, [])
        self.synchronise('abab')
        self.assert_all_there()
        self.assertEqual(self.id_of('a'), before)

    def test_copied_folder(self):
        self.write('a')
        self.synchronise('aab')
        shutil.copytree(self.folder / 'a', self.folder / 'c')
        self.assertEqual(self.id_of('a'), self.id_of('c'))
        for device in 'ac':
            self.write(device)
        self.synchronise('ca')
        self.assertNotEqual(self.id_of('a'), self.id_of('c'))
        self.synchronise('bacbacb')
        self.assert_all_there('abc')


if __name__ == '__main__':
    unittest.main()
