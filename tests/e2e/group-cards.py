#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a class sees of its groups: roles shared out, cards printed and projected. Without a mouse."""
import glob
import json
import os
import stat

import flow
import hands

PRIVATE = 'needs support'


class GroupCards(hands.Hands):
    def start_with_groups(self):
        """A class of the past and the page of the newest of its activities in groups."""
        self.ctl('sample', '--learners', '8', '--today', '2026-11-23')
        app = self.start()
        app.find('list', flow.LIST)
        app.keys('alt+3')
        app.find('list', 'Activities')
        app.keys('ctrl+f')
        self.wait_focus(app, 'Search activities')
        self.type('bridges')
        app.keys('Return')
        app.find('button', 'Edit Activity')
        return app

    def focus(self, app):
        """As Hands.focus, in the window in front: a menu gives the focus back to its button behind what it opened."""
        return self.focus_in(app.top_windows()[-1])

    def activities(self):
        """Of the class, as their files say them."""
        found = []
        for path in glob.glob(os.path.join(self.class_folders()[0], 'activities', '*.json')):
            with open(path, encoding='utf-8') as file:
                found.append(json.load(file))
        return found

    def roles(self):
        """How often each role stands in the files."""
        held = {}
        for activity in self.activities():
            for part in activity.get('participations', []):
                if 'role' in part:
                    held[part['role']] = held.get(part['role'], 0) + 1
        return held

    def open_menu(self, app, item):
        """The menu of the activity, and the item of that name."""
        self.tab_to(app, 'Activity Menu')
        app.keys('Return')
        app.says(item)
        for _ in range(hands.MANY):
            if self.focus(app)[1].startswith(item):
                app.keys('Return')
                return
            app.keys('Down')
        self.fail('the menu has no "%s"' % item)

    def test_shares_out_roles(self):
        app = self.start_with_groups()
        before = self.roles()
        self.assertNotIn('Tells jokes', before)
        self.open_menu(app, 'Share Out Roles…')
        app.says('Who held one least often')
        self.tab_to(app, 'Add to Roles')
        app.keys('Return')
        self.type('Tells jokes')
        app.keys('Return', 'Escape')
        app.says('Tells jokes')
        self.tab_to(app, 'Share Out')
        app.keys('Return')
        app.says('roles shared out')
        flow.wait_for(lambda: self.roles().get('Tells jokes'), 8.0, 'a new role in the file')
        app.keys('ctrl+z')
        flow.wait_for(lambda: self.roles() == before, 8.0, 'the roles of before')
        self.close(app)

    def test_projects_groups(self):
        app = self.start_with_groups()
        self.open_menu(app, 'Project Groups')
        flow.wait_for(lambda: len(app.top_windows()) == 2, 8.0, 'the projector')
        page = next(window for window in app.top_windows() if 'projector.fullscreen' in flow.actions_of(window))
        # the picture names all groups, a card of it but one
        picture = flow.wait_for(lambda: [name for name in map(flow.name_of, flow.nodes_of(page)) if name.count(': ') > 1],
                                8.0, 'all groups in words')[0]
        for activity in self.activities():
            for part in activity.get('participations', []):
                self.assertNotIn(part.get('note', PRIVATE), picture)
        app.keys('alt+l')                       # the same as a list
        rows = flow.wait_for(lambda: app.rows(app.find('list', 'Groups', inside=page)), 8.0, 'the list of the groups')
        for row in rows:
            self.assertIn(flow.name_of(row), picture)
        app.keys('Escape')
        flow.wait_for(lambda: len(app.top_windows()) == 1, 8.0, 'the projector to go')
        app.find('button', 'Edit Activity')
        self.close(app)

    def test_prints_to_a_file(self):
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)                   # where the toolkit proposes to put the file
        app = self.start_with_groups()
        flow.wait_for(lambda: app.action_is_on('win.print'), 5.0, 'something to print')
        app.keys('ctrl+p')
        flow.wait_for(lambda: len(app.top_windows()) == 2, 8.0, 'the window of the toolkit that asks where to')
        app.keys('Tab', 'space')                # the first of the printers is a file
        app.says('output.pdf')
        app.keys('alt+p')
        printed = os.path.join(self.folder, 'output.pdf')

        def is_whole():
            if not os.path.isfile(printed):
                return False
            with open(printed, 'rb') as file:
                return b'%%EOF' in file.read()[-16:]
        flow.wait_for(is_whole, 15.0, 'a printed file')
        flow.wait_for(lambda: stat.S_IMODE(os.stat(printed).st_mode) == 0o600, 8.0, 'a file of our own')
        with open(printed, 'rb') as file:
            self.assertEqual(file.read(5), b'%PDF-')
        app.keys('alt+Left')
        flow.wait_for(lambda: not app.action_is_on('win.print'), 5.0, 'the page to be left')
        self.close(app)

    def test_ends_at_once_when_a_page_is_left(self):
        app = self.start_with_groups()
        app.keys('alt+Left')
        flow.wait_for(lambda: not app.action_is_on('win.print'), 5.0, 'the page to be left')
        self.close(app)


if __name__ == '__main__':
    flow.run()
