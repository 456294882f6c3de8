#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that differ are listed and chosen by personalizectl.

environment: PERSONALIZECTL, the program; DIFFER, which writes a value of another device into a field
"""
import os
import subprocess
import unittest

import ctl

DIFFER = os.environ['DIFFER']


class Conflicts(ctl.Case):
    def setUp(self):
        super().setUp()
        table = self.folder / '5b.csv'
        table.write_text('name\nNoor Jansen\nAda <b>Hill</b>\n', encoding='utf-8')
        self.ctl('import', table)
        self.path = next(path for path in (self.data / 'classrooms').iterdir() if path.is_dir())
        self.learners = {row['given-name']: row['id'] for row in self.json('learners')['learners']}

    def differ(self, given, field, text, record='-'):
        subprocess.run([DIFFER, self.path, 'learners/%s.json' % self.learners[given], record, field, text, '1000'], check=True)

    def list(self, status=1):
        return self.json('conflicts', status=status)['conflicts']

    def test_nothing_waits(self):
        self.assertEqual(self.list(status=0), [])
        self.assertEqual(self.ctl('conflicts').stdout, 'Nothing waits for a decision.\n')

    def test_list(self):
        self.differ('Noor', 'given-name', 'Nora')
        found = self.list()
        self.assertEqual(len(found), 1)
        one = found[0]
        self.assertEqual((one['kind'], one['type'], one['field'], one['title']),
                         ('values', 'learner', 'given-name', 'Noor Jansen'))
        self.assertEqual([(value['number'], value['value'], value['here'], value['shown']) for value in one['values']],
                         [(1, 'Noor', True, True), (2, 'Nora', False, False)])
        self.assertEqual(one['values'][1]['time'], '1970-01-01T00:00:01Z')
        text = self.ctl('conflicts', status=1).stdout
        self.assertIn('%s  Given name · Noor Jansen\n  1  Noor\n     This computer, ' % one['id'], text)
        self.assertIn('  2  Nora\n     Another computer (77c0), 1970-01-01', text)

    def test_hostile_values_do_not_reach_the_terminal(self):
        self.differ('Noor', 'notes', 'Red \x1b[31m text')
        self.differ('Noor', 'notes', 'Blue\nsecond line')
        self.assertNotIn('\x1b', self.ctl('conflicts', status=1).stdout)

    def test_choose(self):
        self.differ('Noor', 'given-name', 'Nora')
        self.differ('Ada', 'given-name', '')
        ids = {one['title'].split()[0]: one['id'] for one in self.list()}
        done = self.json('conflicts', '--choose', ids['Noor'], '2')
        self.assertEqual((done['chosen'], done['words'], done['n-left']), (ids['Noor'], 'Nora', 1))
        self.assertIn('Given name: “Ada” stays', self.ctl('conflicts', '--choose', ids['Ada'], '1').stdout)
        self.assertEqual(self.list(status=0), [])
        self.assertEqual(sorted(row['given-name'] for row in self.json('learners')['learners']), ['Ada', 'Nora'])

    def test_what_cannot_be_chosen(self):
        self.differ('Noor', 'given-name', 'Nora')
        one = self.list()[0]['id']
        file = self.path / 'learners' / (self.learners['Noor'] + '.json')
        before = file.read_bytes()
        for arguments in [('--choose', one), ('--choose', one, '0'), ('--choose', one, '3'), ('--choose', one, 'two'),
                          ('--choose', one, '1', '2'), ('--choose', 'ffffffffff', '1'), ('1',)]:
            self.ctl('conflicts', *arguments, status=2)
        self.assertEqual(file.read_bytes(), before)
        self.differ('Noor', 'given-name', 'Nour')       # another value came: the id was of two
        self.ctl('conflicts', '--choose', one, '2', status=2)
        self.assertEqual(len(self.list()[0]['values']), 3)


if __name__ == '__main__':
    unittest.main()
