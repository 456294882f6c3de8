#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a mouse does that no action does: a learner dragged from one group into another."""
import glob
import json
import os
import re
import subprocess

import flow
import hands
import pages

CARD = re.compile(r': \d+ learners?$')
STEPS = 15      # the pointer moves as a hand does: a jump is no drag


def mouse(*words):
    subprocess.run(['xdotool', *map(str, words)], check=True)


class Mouse(hands.Hands):
    def setUp(self):
        super().setUp()
        self.environment['G_DEBUG'] = ''    # GTK 4.8 warns when it is asked where something is

    def groups(self):
        """{(activity, learner): group}, as the files say it."""
        found = {}
        for path in glob.glob(os.path.join(self.class_folders()[0], 'activities', '*.json')):
            with open(path, encoding='utf-8') as file:
                activity = json.load(file)
            found.update({(activity['id'], part['learner']): part.get('group')
                          for part in activity.get('participations', []) if 'deleted' not in part})
        return found

    def open_groups(self):
        self.ctl('sample', '--learners', '8', '--today', '2026-11-23')
        app = self.start()
        app.find('list', flow.LIST)
        window = flow.wait_for(lambda: subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--pid', str(app.process.pid)], stdout=subprocess.PIPE,
            text=True, check=False).stdout.split(), 8.0, 'the window on the display')[-1]
        version = app.node.get_toolkit_version().split('.')
        if (int(version[0]), int(version[1])) >= (4, 10):
            self.close(app)
            self.skipTest('GTK %s leaves margins out of the positions it tells' % '.'.join(version))
        mouse('windowmove', window, 0, 0)
        app.keys('alt+3')
        app.find('list', 'Activities')
        app.keys('ctrl+f')
        self.wait_focus(app, 'Search activities')
        self.type('bridges')
        app.keys('Return')
        app.find('button', 'Edit Activity')
        pages.wait_still(app)
        return app

    @staticmethod
    def cards(app):
        """The rows of each group."""
        return [[row for row in card.walk() if row.role == 'list item' and ', there' in row.name]
                for card in flow.parts_of(app.node, 'name') if CARD.search(card.name) and card.role != 'label'
                and any(', there' in row.name for row in card.walk())]

    @staticmethod
    def middle(part):
        """Where it is on the display, as its window is in the corner."""
        box = part.node().get_component_iface().get_extents(flow.Atspi.CoordType.WINDOW)
        return box.x + box.width // 2, box.y + box.height // 2

    def drag(self, start, end):
        mouse('mousemove', *start)
        mouse('mousedown', 1)
        for step in range(1, STEPS + 1):
            mouse('mousemove', *(a + (b - a) * step // STEPS for a, b in zip(start, end)))
            flow.time.sleep(0.03)           # a frame: without any, nothing is seen to move
        mouse('mouseup', 1)

    def test_drags_a_learner_into_another_group(self):
        app = self.open_groups()
        before = self.groups()
        one, other = self.cards(app)[:2]
        self.drag(self.middle(one[0]), self.middle(other[0]))

        def changed():
            now = self.groups()
            return [key for key in before if now.get(key) != before[key]]
        self.assertEqual(len(flow.wait_for(changed, 8.0, 'another group in the file')), 1)
        moved = changed()[0]
        self.assertIn(self.groups()[moved], set(before.values()))
        self.assertEqual(len(self.cards(app)[0]), len(one) - 1)
        self.assertEqual(len(self.cards(app)[1]), len(other) + 1)
        app.keys('ctrl+z')
        flow.wait_for(lambda: not changed(), 8.0, 'the groups of before')
        self.close(app)

    def test_a_drag_to_nowhere_changes_nothing(self):
        app = self.open_groups()
        before = self.groups()
        one = self.cards(app)[0]
        self.drag(self.middle(one[0]), (5, 400))
        pages.wait_still(app)
        self.assertEqual([len(card) for card in self.cards(app)][0], len(one))
        self.assertEqual(self.groups(), before)
        self.close(app)


if __name__ == '__main__':
    flow.run()
