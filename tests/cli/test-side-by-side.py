#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several command lines write to one class and one learner at the same time: nothing is lost, nothing torn.

environment: as ctl.py; PERSONALIZE_SIDE_BY_SIDE, for how many seconds (3)
"""
import collections
import datetime
import json
import os
import pathlib
import threading
import time
import unittest

from ctl import Case, run

SECONDS = float(os.environ.get('PERSONALIZE_SIDE_BY_SIDE') or 3)
CLASS = 'Class 5b'
TRY_AGAIN = 75
FIELDS = {'A': 'Birth date', 'B': 'Middle name'}
ASKED_FOR = {'A': ['--map', 'Birth date=birth-date'], 'B': []}    # birth dates are read only when asked for
# a new learner in every so many imports, so that an hour of it does not make a town
NEW = 8


class Writer(threading.Thread):
    """Imports one table after another: a field and a set of the learner both know, and now and then a new one."""

    def __init__(self, letter, folder, data):
        super().__init__()
        self.letter = letter
        self.table = folder / ('%s.csv' % letter)
        self.data = data
        self.steps = 0
        self.people = []
        self.value = None       # what was acknowledged last
        self.wrong = None

    def run(self):
        end = time.monotonic() + SECONDS
        while self.wrong is None and (time.monotonic() < end or self.steps < 2 * NEW):
            self.step()

    def step(self):
        value = str(datetime.date(2010, 1, 1) + datetime.timedelta(self.steps)) if self.letter == 'A' else 'M%d' % self.steps
        rows = ['Given name,Family name,%s,Interests' % FIELDS[self.letter],
                'Ana,García,%s,%s%d' % (value, self.letter, self.steps)]
        person = '%s%d' % (self.letter, self.steps) if self.steps % NEW == 0 else None
        if person:
            rows.append('%s,Lin,,' % person)
        self.table.write_text('\n'.join(rows) + '\n', encoding='utf-8')
        done = run('--data-dir', self.data, 'import', '--class', CLASS, *ASKED_FOR[self.letter], self.table)
        if done.returncode == TRY_AGAIN:
            return
        if done.returncode != 0:
            self.wrong = '%d %s%s' % (done.returncode, done.stdout, done.stderr)
            return
        self.steps += 1
        self.value = value
        if person:
            self.people.append(person)


class SideBySide(Case):
    def test_two_command_lines(self):
        first = self.folder / 'first.csv'
        first.write_text('Given name,Family name\nAna,García\n', encoding='utf-8')
        self.ctl('import', '--name', CLASS, first)
        writers = [Writer(letter, self.folder, self.data) for letter in FIELDS]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        self.assertEqual([writer.wrong for writer in writers], [None, None])
        print('%s imports' % ' and '.join(str(writer.steps) for writer in writers))
        self.look_at_class(writers)

    def look_at_class(self, writers):
        place = pathlib.Path(self.json('classes')['classes'][0]['path'])
        learners = [json.loads(path.read_text(encoding='utf-8'))['learner'] for path in place.glob('learners/*.json')]
        self.assertEqual(collections.Counter(x['given-name'] for x in learners),
                         collections.Counter(['Ana', *writers[0].people, *writers[1].people]))
        ana = next(x for x in learners if x['given-name'] == 'Ana')
        self.assertEqual([ana['birth-date'], ana['middle-name']], [w.value for w in writers])
        self.assertEqual(set(ana['interests']), {'%s%d' % (w.letter, i) for w in writers for i in range(w.steps)})
        self.assertIn('all is well', self.ctl('check').stdout)
        self.assertEqual([path for path in place.rglob('*') if path.name.startswith('.') or '.journal' in path.name], [])


if __name__ == '__main__':
    unittest.main(verbosity=2)
