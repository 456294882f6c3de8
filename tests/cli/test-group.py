#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs personalizectl group on a sample class, and looks at the groups and what is said of them."""
import json
import pathlib
import unittest

from ctl import DAY, Case

WORK = ('--work', 200000, '--date', DAY)


class Sample(Case):
    def setUp(self):
        super().setUp()
        self.made = self.sample('--learners', 12)
        self.all = [learner['id'] for learner in self.json('learners')['learners']]
        self.learners = [learner for group in self.ids(self.group('--size', 4)) for learner in group]

    def group(self, *arguments, **more):
        return self.json('group', *WORK, *arguments, **more)

    @staticmethod
    def ids(made):
        return [[learner['id'] for learner in group['learners']] for group in made['groups']]


class Group(Sample):
    def test_everybody_is_in_one_group(self):
        made = self.group('--size', 4)
        groups = self.ids(made)
        there = [learner for group in groups for learner in group]
        self.assertEqual(len(there), len(set(there)))
        self.assertLessEqual(set(there), set(self.all))
        self.assertEqual(len(there) + made['absent'], len(self.all))
        self.assertLessEqual(max(map(len, groups)) - min(map(len, groups)), 1)
        self.assertEqual(made['settings'], 'readiness mixed:3\nspread home-languages:2\nnew-partners 3:6\n')
        self.assertEqual([one['kind'] for one in made['criteria']], ['readiness', 'spread', 'new-partners'])

    def test_the_same_seed_gives_the_same_groups_in_any_language(self):
        first = self.group('--size', 4, '--seed', 5)
        again = self.group('--size', 4, '--seed', 5, env={'LC_ALL': 'tr_TR.UTF-8'})
        self.assertEqual(self.ids(first), self.ids(again))
        self.assertEqual(first['total'], again['total'])

    def test_rules_hold(self):
        a, b, c, d = self.learners[:4]
        made = self.group('--groups', 3, '--together', '%s,%s' % (a, b), '--apart', '%s,%s,%s' % (a, c, d), '--pin', a + ':2')
        groups = self.ids(made)
        self.assertIn(a, groups[1])
        self.assertIn(b, groups[1])
        self.assertEqual(len([group for group in groups if set(group) & {a, c, d}]), 3)
        self.assertEqual(made['broken'], 0)
        self.assertEqual(made['criteria'], [])

    def test_what_is_asked_for_is_better_than_chance(self):
        made = self.group('--size', '3-4', '--readiness', 'similar:4', '--alike', 'interests:2')
        for one in made['criteria']:
            self.assertTrue(one['has-effect'])
            self.assertLess(one['value'], one['chance'])
        mixed = self.group('--size', '3-4', '--readiness', 'mixed:4')['criteria'][0]
        self.assertLess(mixed['value'], mixed['chance'] / 2)

    def test_a_class_is_proven(self):
        made = self.group('--size', 4)
        self.assertEqual(made['proof']['verdict'], 'proven')
        self.assertEqual(made['proof']['gap'], 0)
        self.assertEqual(made['proof']['bound'], made['total'])
        self.assertIn('Proven best', self.ctl('group', *WORK, '--size', 4).stdout)
        self.assertEqual(self.group('--size', 4, '--work', 1)['total'], made['total'])

    def test_readiness_by_a_measure(self):
        measures = {goal['measure'] for goal in self.json('progress', '--all')['goals'] if 'measure' in goal}
        made = self.group('--size', 4, '--readiness', 'mixed:3:' + sorted(measures)[0])
        self.assertGreater(made['criteria'][0]['missing'], 0)
        self.assertLess(made['criteria'][0]['missing'], len(self.learners))

    def test_who_does_not_take_part_is_left_out(self):
        away = self.learners[0]
        made = self.group('--size', 4, '--without', away)
        self.assertNotIn(away, [learner for group in self.ids(made) for learner in group])

    def test_rules_that_clash_are_named(self):
        a, b, c = self.learners[:3]
        done = self.ctl('group', *WORK, '--size', 2, '--together', '%s,%s,%s' % (a, b, c), status=1)
        self.assertIn('must stay together, but groups have at most 2', done.stdout)
        made = self.json('group', *WORK, '--groups', 2, '--apart', '%s,%s,%s' % (a, b, c), status=1)
        self.assertEqual(made['clashes'][0]['clash'], 'all-apart')
        self.assertEqual(set(made['clashes'][0]['learners']), {a, b, c})

    def test_how_far_each_criterion_is_met(self):
        made = self.group('--size', 4, '--readiness', 'mixed:5', '--spread', 'home-languages:1')
        for one in made['criteria']:
            self.assertTrue(0 <= one['satisfaction'] <= 100, one)
        self.assertGreater(made['criteria'][0]['satisfaction'], 90)
        self.assertGreater(made['percentile'], 99)
        self.assertLess(made['percentile'], 100)
        self.assertRegex(self.ctl('group', *WORK, '--size', 4).stdout, r'Better than \d+[.,]\d % of groups by chance')

    def test_rounds_are_planned_together(self):
        made = self.group('--size', 3, '--rounds', 3, '--new-partners', '3')
        self.assertEqual([one['number'] for one in made['rounds']], [1, 2, 3])
        for one in made['rounds']:
            self.assertEqual(sorted(learner for group in self.ids(one) for learner in group), sorted(self.learners))
        pairs = [frozenset((a, b)) for one in made['rounds'] for group in self.ids(one) for a in group for b in group if a < b]
        self.assertEqual(len(pairs) - len(set(pairs)), made['n-repeats'])
        self.assertGreaterEqual(made['n-repeats'], made['least-repeats'])
        text = self.ctl('group', *WORK, '--size', 3, '--rounds', 2).stdout
        self.assertRegex(text, r'(?m)^Round 2$')
        self.assertIn('by counting', text)
        self.ctl('group', '--size', 4, '--rounds', 0, status=2)

    def test_usage(self):
        self.assertIn('--size', self.ctl('group', status=2).stderr)
        self.ctl('group', '--size', 'many', status=2)
        self.ctl('group', '--size', '7-8', *WORK, status=2)
        self.ctl('group', '--size', 4, '--spread', 'shoe-size', status=2)
        self.ctl('group', '--size', 4, '--readiness', 'up', status=65)
        self.ctl('group', '--size', 4, '--date', 'today', status=2)
        self.ctl('group', '--size', 4, '--together', 'nobody,%s' % self.learners[0], status=2)
        self.ctl('group', '--size', 4, '--work', 0, status=2)

    def test_the_text_has_groups_and_criteria(self):
        text = self.ctl('group', *WORK, '--size', 4).stdout
        self.assertRegex(text, r'(?m)^Group 1: .*, ')
        self.assertRegex(text, r'(?m)^Readiness: mixed +3 ')
        self.assertRegex(text, r'(?m)^Seed 1$')


class StandingRules(Sample):
    """What the class always asks for: nobody names it when groups are formed."""
    similar = ('--size', 4, '--readiness', 'similar:5')

    def setUp(self):
        super().setUp()
        self.free = self.ids(self.group(*self.similar))
        # two whom readiness alone puts into one group, and two whom it does not
        self.a, self.b = self.free[0][:2]
        self.c, self.d = self.free[0][2], self.free[1][0]

    def rules(self, *rules):
        """Each is a kind, the learners, and whether it lies in the trash."""
        path = pathlib.Path(self.made['path']) / 'classroom.json'
        text = path.read_text()
        lines = [json.dumps({'id': 'rule%d' % i, 'kind': kind, 'learners': sorted(learners),
                             **({'deleted': '2026-11-20T10:00:00Z'} if deleted else {})}, separators=(',', ':'))
                 for i, (kind, learners, deleted) in enumerate(rules)]
        self.assertEqual(text.count('"stamps":{'), 1)
        path.write_text(text.replace('"stamps":{', '"grouping-rules":[\n%s\n],\n"stamps":{' % ',\n'.join(lines)))

    def are_together(self, made, a, b):
        return any({a, b} <= set(group) for group in self.ids(made))

    def test_they_hold_without_being_asked_for(self):
        self.rules(('apart', [self.a, self.b], False), ('together', [self.c, self.d], False))
        made = self.group(*self.similar)
        self.assertFalse(self.are_together(made, self.a, self.b))
        self.assertTrue(self.are_together(made, self.c, self.d))
        self.assertEqual(made['broken'], 0)
        # the document is sound: status 0
        self.ctl('check')

    def test_they_hold_for_more_than_two_and_in_every_round(self):
        self.rules(('apart', [self.a, self.b, self.c], False), ('together', [self.c, self.d], False))
        made = self.group('--size', 4, '--rounds', 3, '--new-partners', '3')
        for one in made['rounds']:
            self.assertFalse(self.are_together(one, self.a, self.b))
            self.assertFalse(self.are_together(one, self.a, self.c))
            self.assertFalse(self.are_together(one, self.b, self.c))
            self.assertTrue(self.are_together(one, self.c, self.d))

    def test_those_in_the_trash_and_of_nobody_ask_nothing(self):
        self.rules(('apart', [self.a, self.b], True), ('apart', [self.a], False), ('together', [], False),
                   ('together', [self.c, 'nobodyhere'], False))
        self.assertEqual(self.ids(self.group(*self.similar)), self.free)

    def test_about_somebody_who_is_away_they_ask_nothing_of_the_others(self):
        self.rules(('together', [self.c, self.d], False))
        made = self.group(*self.similar, '--without', self.d)
        self.assertEqual(self.ids(made), self.ids(self.group(*self.similar, '--without', self.d)))
        self.assertEqual(made['broken'], 0)

    def test_an_option_that_asks_for_the_opposite_clashes(self):
        self.rules(('apart', [self.a, self.b], False))
        made = self.group(*self.similar, '--together', '%s,%s' % (self.a, self.b), status=1)
        self.assertEqual({learner for clash in made['clashes'] for learner in clash['learners']}, {self.a, self.b})
        self.assertIn('must be together, and they must be apart',
                      self.ctl('group', *WORK, *self.similar, '--together', '%s,%s' % (self.a, self.b), status=1).stdout)

    def test_rules_that_leave_no_groups_are_named(self):
        self.rules(('apart', self.free[0][:4], False))
        done = self.ctl('group', *WORK, '--groups', 3, status=1)
        self.assertRegex(done.stdout, 'apart')


if __name__ == '__main__':
    unittest.main()
