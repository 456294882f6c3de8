#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the class does: an activity planned, repeated, put into groups, held, and looked back on. Without a mouse."""
import json
import os

import flow
import hands

ACTIVITIES = 'Activities'
SEARCH = 'Search activities'
PEOPLE = ['Ana Garcia', 'Ben Ode', 'Cleo Diaz']


class Activities(hands.Hands):
    def start_with_class(self):
        self.class_of('Class 5b', *PEOPLE)
        app = self.start()
        app.wait_learners(PEOPLE)
        app.keys('alt+3')
        return app

    def rows(self, app):
        """The names of the rows: title, day, state, facts."""
        return [flow.name_of(row) for row in app.rows(app.find('list', ACTIVITIES))]

    def wait_row(self, app, *parts):
        """Wait until a row says all of that."""
        flow.wait_for(lambda: [row for row in self.rows(app) if all(part in row for part in parts)], 8.0,
                      'a row with ' + ', '.join(parts))

    def on_disk(self):
        """The activities of the class, as their files say them."""
        folder = os.path.join(self.class_folders()[0], 'activities')
        found = []
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            with open(os.path.join(folder, name), encoding='utf-8') as file:
                found.append(json.load(file))
        return found

    def wait_parts(self, predicate, what):
        """Wait until the participations of an activity in a file are so."""
        flow.wait_for(lambda: any(predicate(activity.get('participations', [])) for activity in self.on_disk()), 8.0, what)

    def plan(self, app, title):
        """Plan an activity in groups; its page is shown then."""
        app.keys('ctrl+shift+p')
        app.find('button', 'Save')
        self.type(title)
        self.wait_typed(app, 'Title', title)
        self.tab_to(app, 'Setting')
        app.keys('space')
        app.keys('Down', 'Down', 'Down', 'Return')      # not said, alone, pairs, groups
        self.tab_to(app, 'Save')
        app.keys('Return')
        app.find('button', 'Edit Activity')

    def test_plans_forms_and_holds(self):
        app = self.start_with_class()
        app.says('No activities yet')
        self.plan(app, 'Bridges')
        app.says('Planned')
        app.says('In no group')

        self.tab_to(app, 'Add Group')
        app.keys('Return')
        self.wait_typed(app, 'Name', 'Group 1')
        app.keys('Escape')
        self.tab_to(app, 'Ana Garcia, there')
        app.keys('m')
        app.says('Move to…')
        app.keys('Down', 'Down', 'Down', 'Return')      # from Absent to Move to…
        app.says('Group 1')
        app.keys('Down', 'Return')                      # the first line leads back
        self.wait_parts(lambda parts: any('group' in part for part in parts), 'Ana to be in the group')

        self.tab_to(app, 'It Was Held')
        app.keys('Return')
        app.says('Held. Tap a learner who was absent.')
        self.tab_to(app, 'Ana Garcia, there')
        app.keys('a')
        self.wait_focus(app, 'Ana Garcia, absent')
        app.keys('a', '4')
        self.wait_focus(app, 'Ana Garcia, there, 4 of 5')
        app.keys('l')
        self.wait_focus(app, 'Ana Garcia, there, 4 of 5, locked')
        self.wait_parts(lambda parts: any(part.get('contribution') == 4 and part.get('locked') for part in parts),
                        'what was seen to be written')

        app.keys('alt+Left')
        self.wait_row(app, 'Bridges', 'Today', 'Held', 'Groups')
        app.keys('ctrl+f')
        self.wait_focus(app, SEARCH)
        self.type('nothing')
        app.says('No activity found')
        app.keys('Escape')
        self.wait_row(app, 'Bridges')
        self.close(app)

    def test_the_regular_week(self):
        self.ctl('sample', '--learners', '8', '--today', '2026-11-23')
        app = self.start()
        app.find('list', flow.LIST)
        app.keys('alt+3')
        self.wait_row(app, 'Regular week')
        app.keys('ctrl+f')
        self.wait_focus(app, SEARCH)
        self.type('pairs')
        flow.wait_for(lambda: self.rows(app) and all('Pairs' in row for row in self.rows(app)), 5.0, 'pairs only')
        self.close(app)

    def test_partners(self):
        self.ctl('sample', '--learners', '8', '--today', '2026-11-23')
        app = self.start()
        app.find('list', flow.LIST)
        app.keys('ctrl+alt+p')
        app.says('of all pairs have been in one group')
        self.tab_to(app, 'Who has worked with whom. ')
        first = self.focus(app)[1]
        app.keys('Down')
        flow.wait_for(lambda: self.focus(app)[1] not in (first, ''), 5.0, 'another pair')
        self.assertIn(' and ', self.focus(app)[1])
        app.says('Week from')
        app.keys('alt+Left')
        app.find('list', ACTIVITIES)
        self.close(app)


if __name__ == '__main__':
    flow.run()
