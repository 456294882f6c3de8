#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of personalizectl share: a folder of their own, and the program run in it.

environment: PERSONALIZECTL, the program; CHEAP_STRETCH, where it is set, is loaded before it: see tools/cheap-stretch.c
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ['PERSONALIZECTL']
DAY = '2026-11-23'


def run(*arguments, env=None, stdout=subprocess.PIPE, **more):
    environment = dict(os.environ, LANGUAGE='C', **(env or {}))
    if os.environ.get('CHEAP_STRETCH'):
        environment['LD_PRELOAD'] = os.environ['CHEAP_STRETCH']
    return subprocess.run([PROGRAM, *map(str, arguments)], stdout=stdout, stderr=subprocess.PIPE, env=environment,
                          encoding='utf-8', check=False, timeout=120, **more)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='personalize-test-'))
        self.data = self.folder / 'data'
        self.addCleanup(self.remove)

    def remove(self):
        for path in [self.folder, *self.folder.rglob('*')]:
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(self.folder)

    def ctl(self, *arguments, status=0, **more):
        done = run('--data-dir', self.data, *arguments, **more)
        self.assertEqual(done.returncode, status, '%s\n%s%s' % (arguments, done.stdout, done.stderr))
        if status != 0 and status != 1:
            self.assertRegex(done.stderr, '(?m)^personalizectl: ')
        return done

    def json(self, *arguments, **more):
        return json.loads(self.ctl('--json', *arguments, **more).stdout)

    def sample(self, *arguments):
        return self.json('sample', '--today', DAY, *arguments)

    def any_learner(self, made):
        """Path of a document that does not belong to the learner who sorts first."""
        return sorted((pathlib.Path(made['path']) / 'learners').iterdir())[0]
