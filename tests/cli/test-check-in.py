#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs personalizectl check-in, and looks at what it printed and kept."""
import time
import unittest

from ctl import DAY, Case


class CheckIn(Case):
    def setUp(self):
        super().setUp()
        (self.folder / 'people.csv').write_text('Given name,Family name\nAmina,Yusuf\nElif,Yıldız\n', encoding='utf-8')
        self.ctl('import', self.folder / 'people.csv')

    def test_kept_as_typed(self):
        made = self.json('check-in', 'amina', 'Chose a new book', '--minutes', 6, '--kind', 'observation', '--date', DAY)
        kept = self.json('show', 'amina')['check-ins']
        self.assertEqual(len(kept), 1)
        for name, value in (('date', DAY), ('kind', 'observation'), ('minutes', 6), ('text', 'Chose a new book')):
            self.assertEqual((made[name], kept[0][name]), (value, value))
        self.assertEqual((made['id'], made['learner']), (kept[0]['id'], self.json('show', 'amina')['id']))
        self.assertEqual(self.json('learners', '--search', 'amina')['learners'][0]['last-check-in'], DAY)

    def test_one_to_one_today_when_nothing_is_said(self):
        made = self.json('check-in', 'elif', 'Tired')
        self.assertEqual((made['kind'], made['date'], 'minutes' in made),
                         ('one-to-one', time.strftime('%Y-%m-%d'), False))
        self.assertIn('Elif Yıldız', self.ctl('check-in', 'elif', 'Rested').stdout)

    def test_nothing_is_kept_of_what_is_refused(self):
        self.ctl('check-in', 'amina', ' ', status=65)
        self.ctl('check-in', 'amina', 'x' * 20001, status=65)
        self.ctl('check-in', 'nobody', 'Tired', status=2)
        self.ctl('check-in', 'amina', 'Tired\x1b[2J', status=65)
        self.assertNotIn('check-ins', self.json('show', 'amina'))

    def test_newest_entries_stand_in_what_is_shown(self):
        self.ctl('check-in', 'amina', 'Older', '--date', '2026-11-02')
        self.ctl('check-in', 'amina', 'Newer', '--date', DAY)
        text = self.ctl('show', 'amina').stdout
        self.assertLess(text.index('%s  Newer' % DAY), text.index('2026-11-02  Older'))


if __name__ == '__main__':
    unittest.main()
