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
# with the level of each
AT_LEVELS = [('Ana', 'Garcia', 'A'), ('Ben', 'Ode', 'A'), ('Cleo', 'Diaz', 'A'), ('Dan', 'Eriksen', 'B'),
             ('Eli', 'Fox', 'B'), ('Fay', 'Gill', 'B'), ('Gus', 'Hale', 'C'), ('Hana', 'Ito', 'C')]


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
        def there():
            app.known.pop(('list', ACTIVITIES), None)       # the page that says there is none takes its place meanwhile
            return (app.find_first('list', ACTIVITIES, None) is not None
                    and any(all(part in row for part in parts) for row in self.rows(app)))
        try:
            flow.wait_for(there, 16.0, 'a row with ' + ', '.join(parts))
        except flow.Failure as failure:
            raise flow.Failure('%s; there are: %s' % (failure, '; '.join(app.texts()))) from None

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

    @staticmethod
    def groups_in(activity):
        """The ids of the learners of each group, in the order of the groups."""
        parts = activity.get('participations', [])
        groups = sorted((group for group in activity.get('groups', []) if 'deleted' not in group),
                        key=lambda group: group['position'])
        return [{part['learner'] for part in parts if part.get('group') == group['id'] and 'deleted' not in part}
                for group in groups]

    def wait_formed(self, app, seen=()):
        """Wait until learners are in the groups of an activity on the disk, and others than those; return the activity."""
        app.says('Proven best', 20.0)

        def formed():
            return next((activity for activity in self.on_disk()
                         if 'seed' in activity['activity'] and activity['id'] not in seen and any(self.groups_in(activity))), None)
        return flow.wait_for(formed, 8.0, 'the groups in a file')

    def choose(self, app, row, steps):
        """Choose in the list of a row, so many lines below the first."""
        self.tab_to(app, row)
        app.keys('space')
        app.keys(*['Down'] * steps, 'Return')

    def keep_apart(self, app):
        """The first two learners, by the dialog."""
        self.tab_to(app, 'Keep Apart')
        app.keys('Return')
        app.says('never in one group')
        self.choose(app, 'Learner', 1)
        self.choose(app, 'Apart from', 2)
        self.tab_to(app, 'Add')
        app.keys('Return')
        flow.wait_for(lambda: [node for node in app.find_all('button') if flow.name_of(node).startswith('Remove the rule for')],
                      5.0, 'the rule')
        app.keys('Escape')
        app.says('1 rule')

    def same_without_a_window(self, activity):
        """The groups that the command line forms of the same."""
        asked = activity['activity']
        lines = dict(line.split(' ', 1) for line in asked['criteria'].splitlines())
        made = json.loads(self.ctl('--json', 'group', '--size', lines['size'], '--date', asked['date'], '--seed',
                                   str(asked['seed']), '--readiness', lines['readiness'], '--spread', lines['spread'],
                                   '--new-partners', lines['new-partners'], '--apart', lines['apart']))
        return [{learner['id'] for learner in group['learners']} for group in made['groups']]

    def test_forms_groups_and_plans_the_next_time(self):
        path = os.path.join(self.folder, 'levels.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Given name,Family name,Level\n' + ''.join(','.join(who) + '\n' for who in AT_LEVELS))
        self.ctl('import', '--name', 'Class 5b', path)
        names = {learner['id']: learner['display-name']
                 for learner in json.loads(self.ctl('--json', 'learners'))['learners']}
        app = self.start()
        app.wait_learners(names.values())
        app.keys('alt+3')
        self.plan(app, 'Bridges')
        self.keep_apart(app)
        app.keys('ctrl+g')
        activity = self.wait_formed(app)
        groups = self.groups_in(activity)
        self.assertEqual([len(group) for group in groups], [4, 4])
        self.assertEqual(groups, self.same_without_a_window(activity))
        ana, ben = activity['activity']['criteria'].split('apart ')[1].split(':')[0].split(',')
        self.assertEqual([names[ana], names[ben]], ['Ana Garcia', 'Ben Ode'])
        self.assertFalse(any({ana, ben} <= group for group in groups))

        self.tab_to(app, 'Ana Garcia, there')
        app.keys('l')
        self.wait_focus(app, 'Ana Garcia, there, locked')
        app.keys('ctrl+g')
        app.says('Proven best', 20.0)
        app.find('list item', 'Ana Garcia, there, locked')

        self.move(app, 'Cleo Diaz')
        self.wait_focus(app, 'Cleo Diaz, there, locked')

        self.tab_to(app, 'It Was Held')
        app.keys('Return')
        app.says('Held. Tap a learner who was absent.')
        self.tab_to(app, 'Ben Ode, there')
        app.keys('a')
        self.wait_focus(app, 'Ben Ode, absent')

        self.tab_to(app, 'Activity Menu')
        app.keys('Return')
        app.says('Next Time With New Partners')
        self.down_to(app, 'Next Time With New Partners')
        app.keys('Return')
        again = self.wait_formed(app, [activity['id']])
        self.assertGreater(again['activity']['date'], activity['activity']['date'])
        self.assertIn('new-partners 5:6', again['activity']['criteria'])
        self.assertEqual([len(group) for group in self.groups_in(again)], [4, 4])      # Ben is there again
        self.close(app)

    def move(self, app, name):
        """To another group, by the menu of the row."""
        self.tab_to(app, name + ', there')
        app.keys('m')
        app.says('Move to…')
        self.down_to(app, 'Move to…')
        app.keys('Return')
        app.says('In No Group')
        self.down_to(app, 'Group ')
        app.keys('Return')

    def down_to(self, app, name):
        """Press Down until the line of the menu has the focus; the pointer may have chosen the one it began with."""
        for _ in range(8):
            if self.focus(app)[1].startswith(name):
                return
            app.keys('Down')
        self.wait_focus(app, name)

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
        app.says_not('of all pairs have been in one group')     # back to where one came from
        app.find('list', flow.LIST)
        self.close(app)


if __name__ == '__main__':
    flow.run()
