#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs personalizectl analyse on series written here, and looks at what it printed."""
import unittest

from ctl import Case

PHASES = 'value,mt,phase\n' + ''.join('%d,%d,%s\n' % (value, mt + 1, 'A' if mt < 6 else 'B') for mt, value in
                                      enumerate((20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, 30, 29)))
WEEKLY = 'date,score\n' + ''.join('2026-%s,%d\n' % row for row in zip(
    ('09-07', '09-14', '09-21', '09-28', '10-05', '10-12', '10-19', '10-26'), (20, 22, 21, 25, 24, 27, 26, 30)))
LINE = {'n', 'slope', 'intercept', 'see', 'se_slope'}
OVERLAP = {'m', 'n', 'NAP', 'SE_unbiased', 'SE_null', 'Tau', 'Tau_U', 'S_AB', 'S_AA', 'PND', 'PEM'}


class Analyse(Case):
    def write(self, text):
        path = self.folder / 'series.csv'
        path.write_text(text, encoding='utf-8')
        return path

    def near(self, found, expected):
        self.assertAlmostEqual(found, expected, delta=1e-9 * max(1, abs(expected)))

    def test_two_phases_in_both_directions(self):
        found = self.json('analyse', self.write(PHASES))
        self.assertEqual(set(found), {'phases', 'ols_A', 'ols_B', 'theilsen_A', 'theilsen_B', 'tukey_A', 'tukey_B',
                                      'increase', 'decrease'})
        self.assertEqual(found['phases'], ['A', 'B'])
        self.assertEqual((set(found['ols_A']), set(found['theilsen_A']), set(found['tukey_A'])),
                         (LINE, {'slope', 'intercept'}, {'k', 'slope'}))
        self.assertEqual((set(found['increase']), set(found['decrease'])), (OVERLAP, OVERLAP))
        for name, value in (('NAP', 11 / 12), ('SE_unbiased', .06900655593423538), ('Tau_U', .7380952380952381),
                            ('PND', 5 / 7), ('S_AB', 35), ('m', 6), ('n', 7)):
            self.near(found['increase'][name], value)
        self.near(found['decrease']['NAP'], 1 / 12)
        # lines per unit of time, their height at time 0
        self.near(found['ols_A']['intercept'], 62 / 3)
        self.near(found['ols_A']['slope'], 4 / 7)

    def test_one_direction_only(self):
        found = self.json('analyse', self.write(PHASES), '--direction', 'decrease')
        self.assertNotIn('increase', found)
        self.near(found['decrease']['NAP'], 1 / 12)

    def test_what_is_not_defined_is_null(self):
        one_phase = self.json('analyse', self.write('value,mt\n1,1\n2,2\n'))
        self.assertEqual(one_phase, {'phases': ['A'], 'increase': None, 'decrease': None})
        one_day = self.json('analyse', self.write('value,mt,phase\n1,4,A\n2,4,A\n3,4,A\n4,5,B\n'))
        self.assertEqual([one_day[name] for name in ('ols_A', 'theilsen_A', 'tukey_A')], [None] * 3)
        self.assertIsNone(one_day['increase']['SE_unbiased'])
        self.near(one_day['increase']['NAP'], 1)
        equal = self.json('analyse', self.write('value,mt,phase\n' + ''.join('5,%d,%s\n' % row for row in zip(
            range(8), 'AAAABBBB'))))
        self.assertEqual((equal['increase']['NAP'], equal['ols_A']['slope'], equal['ols_A']['see']), (.5, 0, 0))

    def test_goal_with_everything_behind_it(self):
        goal = self.json('analyse', self.write(WEEKLY), '--goal', 40, '--due', '2026-12-14')['goal']
        self.assertEqual((goal['direction'], goal['due'], goal['stage'], goal['n'], goal['span']),
                         ('increase', 98, 'trend', 8, 49))
        for name, value in (('baseline', 21), ('level', 27), ('pace', 19 / 98), ('slope', .18197278911564627),
                            ('steady-slope', .18452380952380953), ('forecast', 37.75), ('chance', .19832456453157643)):
            self.near(goal[name], value)
        self.assertEqual((goal['status'], goal['growth'], goal['reason'], goal['four-point'], goal['trend']),
                         ('cannot-tell', 'cannot-tell', 'more-points', 'change-support', 'go-on'))
        self.assertEqual(goal['text'], '%d more points needed' % goal['n-more'])

    def test_times_that_do_not_begin_at_0(self):
        rows = ''.join('%d,%d\n' % (value, 100 + 7 * i) for i, value in enumerate((20, 22, 21, 25, 24, 27, 26, 30)))
        goal = self.json('analyse', self.write('value,mt\n' + rows), '--goal', 40, '--due', 198)['goal']
        self.near(goal['forecast'], 37.75)
        self.near(goal['pace'], 19 / 98)

    def test_too_few_points_say_so(self):
        path = self.write('value,mt\n1,1\n2,2\n')
        goal = self.json('analyse', path, '--goal', 40, '--due', 98)['goal']
        self.assertEqual((goal['status'], goal['text'], goal['chance'], goal['growth']),
                         ('needs-data', '1 more point needed', None, None))
        text = self.ctl('analyse', path, '--goal', 40, '--due', 98).stdout
        self.assertIn('Goal: needs data. 1 more point needed.', text)
        self.assertNotIn('chance', text)

    def test_a_decreasing_goal(self):
        goal = self.json('analyse', self.write(WEEKLY), '--goal', 10, '--due', '2026-12-14', '--direction',
                         'decrease')['goal']
        self.assertEqual((goal['status'], goal['growth'], goal['trend']), ('not-on-the-way', 'slower', 'change-support'))
        self.near(goal['pace'], -11 / 98)
        self.near(goal['slope'], .18197278911564627)

    def test_a_change_of_phase_keeps_the_four_points_apart(self):
        rows = ''.join('20,%d,%s\n' % (7 * i, 'AAAAAABBA'[i]) for i in range(9))
        goal = self.json('analyse', self.write('value,mt,phase\n' + rows), '--goal', 40, '--due', 98)['goal']
        self.assertEqual((goal['four-point'], goal['trend']), ('none', 'change-support'))

    def test_tables_for_people(self):
        text = self.ctl('analyse', self.write(PHASES), '--goal', 32, '--due', 40).stdout
        for part in ('13 measurements', 'A, then B:', 'more is better', 'less is better', 'Goal: '):
            self.assertIn(part, text)
        self.assertRegex(text, '0[.,]9167')
        self.assertNotIn('nan', text)

    def test_rows_that_cannot_be_read_are_reported(self):
        done = self.ctl('--json', 'analyse', self.write(PHASES + 'many,20,B\n'), status=1)
        self.assertIn('series.csv, line 15: ', done.stderr)
        self.assertIn('"NAP"', done.stdout)

    def test_refuses(self):
        self.ctl('analyse', self.folder / 'nothing.csv', status=2)
        self.ctl('analyse', self.write('a,b\n1,2\n'), status=65)
        self.ctl('analyse', self.write('value,mt\n'), status=65)
        path = self.write(PHASES)
        self.ctl('analyse', path, '--direction', 'up', status=2)
        self.ctl('analyse', path, '--goal', 'much', '--due', 40, status=2)
        self.ctl('analyse', path, '--goal', 'nan', '--due', 40, status=2)
        self.ctl('analyse', path, '--goal', 40, '--due', '2026-12-14', status=2)
        self.ctl('analyse', path, '--goal', 40, status=2)
        self.ctl('analyse', path, '--due', 40, status=2)


if __name__ == '__main__':
    unittest.main()
