#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs personalizectl record and progress on sample classes, and looks at what they printed and kept."""
import datetime
import unittest

from ctl import DAY, Case

STATUSES = {'met', 'needs-data', 'too-early', 'on-the-way', 'not-on-the-way', 'cannot-tell'}
READING = 'Reads aloud fluently'


class Progress(Case):
    def setUp(self):
        super().setUp()
        self.sample('--learners', 9)

    def goals(self, *arguments):
        return self.json('progress', *arguments)['goals']

    def reading(self):
        """A goal with points, and the name of its learner."""
        goal = next(goal for goal in self.goals() if goal['title'] == READING and goal['n'] >= 8)
        return goal, goal['learner']

    def test_a_goal_is_shown_as_a_sentence(self):
        _, learner = self.reading()
        lines = self.ctl('show', learner).stdout.splitlines()
        sentence = lines[lines.index('  ' + READING) + 1]
        name = lines[0].rsplit('  ', 1)[0]
        self.assertTrue(sentence.startswith('    Given a new passage of the class reader, %s reads aloud' % name), sentence)
        self.assertTrue(sentence.endswith('.'), sentence)
        self.assertNotIn('\u2068', sentence)

    def test_every_goal_has_a_status_and_its_numbers(self):
        goals = self.goals()
        self.assertGreater(len(goals), 9)
        self.assertLessEqual({goal['status'] for goal in goals}, STATUSES)
        self.assertGreater(len({goal['status'] for goal in goals}), 2)
        for goal in goals:
            self.assertEqual(len(goal['points']), goal['n'])
            self.assertEqual(goal['state'], 'active')
            if goal['n'] < 3:
                self.assertIn(goal['status'], {'needs-data', 'met'})
                self.assertIsNone(goal['growth-lower'])
            if goal['growth-lower'] is not None:
                self.assertLessEqual(goal['growth-lower'], goal['growth-ols'])
                self.assertLessEqual(goal['growth-ols'], goal['growth-upper'])
            if goal['chance'] is not None:
                self.assertTrue(0 <= goal['chance'] <= 1)

    def test_the_verdict_waits_for_eight_points_and_four_weeks(self):
        judged = {'on-the-way', 'not-on-the-way', 'cannot-tell'}
        for goal in self.goals():
            if goal['status'] in judged:
                self.assertGreaterEqual(goal['n'], 8)
                self.assertGreaterEqual(goal['span'], 28)
            if 'four-point-rule' in goal:
                self.assertGreaterEqual(goal['n'], 6)
                self.assertGreaterEqual(goal['span'], 21)

    def test_only_one_learner_and_goals_that_rest(self):
        goal, learner = self.reading()
        own = self.goals('--learner', learner)
        self.assertEqual({one['learner'] for one in own}, {learner})
        self.assertIn(goal['goal'], {one['goal'] for one in own})
        self.assertGreater(len(self.goals('--all')), len(self.goals()))
        self.ctl('progress', '--learner', 'nobody', status=2)

    def test_the_table_says_why(self):
        text = self.ctl('progress').stdout
        self.assertIn(READING, text)
        self.assertRegex(text, r'a week')
        self.assertRegex(text, r'\d+ (needs data|on the way|met)')

    def test_recorded_values_count_at_once(self):
        goal, learner = self.reading()
        made = self.json('record', learner, 'reads ALOUD', 77, '--date', DAY, '--note', 'Two long words',
                         '--help-given', 'alone')
        self.assertEqual((made['learner'], made['goal'], made['date'], made['value'], made['independence'], made['note']),
                         (learner, goal['goal'], DAY, 77, 'alone', 'Two long words'))
        after = next(one for one in self.goals() if one['goal'] == goal['goal'] and one['learner'] == learner)
        self.assertEqual(after['points'][-1]['date'], DAY)
        self.assertGreaterEqual(after['n'], goal['n'])

    def test_shares_keep_both_parts(self):
        goal = next(goal for goal in self.goals() if goal['title'] == 'Spells the words of the week')
        made = self.json('record', goal['learner'], goal['goal'], '12/20', '--date', DAY)
        self.assertEqual((made['value'], made['out-of']), (12, 20))
        self.assertIn('12 of 20', self.ctl('record', goal['learner'], goal['goal'], '12/20', '--date', DAY).stdout)

    def test_nothing_is_written_of_what_is_refused(self):
        goal, learner = self.reading()
        before = self.json('show', learner)['measurements']
        self.assertIn('several goals', self.ctl('record', learner, 'e', 77, status=2).stderr)
        self.assertIn(READING, self.ctl('record', learner, 'swims', 77, status=2).stderr)
        self.assertIn('no value', self.ctl('record', learner, goal['goal'], 'many', status=65).stderr)
        self.assertIn('greatest value', self.ctl('record', learner, goal['goal'], 100000, status=65).stderr)
        self.ctl('record', learner, goal['goal'], 77, '--date', 'today', status=2)
        self.ctl('record', learner, goal['goal'], 77, '--help-given', 'some', status=2)
        self.ctl('record', 'nobody', goal['goal'], 77, status=2)
        self.assertEqual(self.json('show', learner)['measurements'], before)

    def test_without_a_day_it_was_today(self):
        goal, learner = self.reading()
        self.assertEqual(self.json('record', learner, goal['goal'], 70)['date'], datetime.date.today().isoformat())


if __name__ == '__main__':
    unittest.main()
