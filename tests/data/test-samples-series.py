#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""personalizectl analyse on published series of single cases, beside the values of an independent calculator.

environment: PERSONALIZECTL, the program; PERSONALIZE_SAMPLES, a folder that is not part of the project
"""
import json
import os
import pathlib
import subprocess
import sys
import unittest

PROGRAM = os.environ['PERSONALIZECTL']
SAMPLES = os.environ.get('PERSONALIZE_SAMPLES')
TOLERANCE = 1e-9


def differences(found, expected, path=''):
    """One text for each member that is not the same."""
    if isinstance(found, dict) and isinstance(expected, dict):
        lines = ['%s/%s: only on one side' % (path, name) for name in sorted(found.keys() ^ expected.keys())]
        for name in sorted(found.keys() & expected.keys()):
            lines += differences(found[name], expected[name], '%s/%s' % (path, name))
        return lines
    if isinstance(found, (int, float)) and isinstance(expected, (int, float)):
        same = abs(found - expected) <= TOLERANCE * max(1, abs(expected))
    else:
        same = found == expected
    return [] if same else ['%s: %r, not %r' % (path, found, expected)]


class Series(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(SAMPLES) / 'singlecase'
        cls.expected = json.loads((cls.folder / 'reference_values.json').read_text(encoding='utf-8'))

    def analyse(self, name, *arguments):
        done = subprocess.run([PROGRAM, '--json', 'analyse', self.folder / name, *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding='utf-8', check=False, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ''), name)
        return json.loads(done.stdout)

    def test_all_values_agree(self):
        self.assertEqual(len(self.expected), 31)
        self.assertEqual(set(self.expected), {path.name for path in self.folder.glob('*.csv')})
        for name, expected in sorted(self.expected.items()):
            with self.subTest(name):
                self.assertEqual(differences(self.analyse(name), expected), [])

    def test_one_direction_is_half_of_it(self):
        for name, expected in sorted(self.expected.items()):
            kept = {member: value for member, value in expected.items() if member != 'increase'}
            self.assertEqual(differences(self.analyse(name, '--direction', 'decrease'), kept), [])

    def test_tau_u_can_pass_one(self):
        found = self.analyse('GruenkeWilbert2014__Robert.csv')['increase']
        self.assertEqual((found['NAP'], round(found['Tau_U'], 9)), (1, 1.0375))


if __name__ == '__main__':
    if SAMPLES is None:
        sys.exit(77)
    unittest.main()
