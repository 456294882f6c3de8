#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All of it without a mouse: keys do everything, the accessibility bus is only asked what came of it."""
import flow
import hands

LEARNERS = ['Ana Garcia', 'Bjorn Akesson', 'Mei Lin']


class Keyboard(hands.Hands):
    def start_in_class(self):
        self.class_of('Class 5b', *LEARNERS)
        app = self.start()
        app.wait_learners(LEARNERS)
        return app

    def test_a_new_class_begins_with_its_name(self):
        app = self.start()
        app.find('button', 'New Class')
        app.keys('ctrl+shift+n')
        app.find('text', 'Name of the class')
        self.type('Class 5b')
        self.wait_typed(app, 'Name of the class', 'Class 5b')
        app.keys('Escape')
        flow.wait_for(lambda: app.node.get_child_count() == 1, 5.0, 'the dialog to close')

    def test_a_class_and_a_correction(self):
        app = self.start()
        app.find('button', 'New Class')
        self.tab_to(app, 'New Class')
        app.keys('ctrl+shift+n')
        self.tab_to_field(app, 'Name of the class', 'Class 5b')
        self.tab_to(app, 'Names, typed or pasted')
        for name in LEARNERS:
            self.type(name)
            app.keys('Return')
        self.tab_to(app, 'Make Class')
        app.keys('space')
        app.wait_learners(LEARNERS)

        app.keys('ctrl+f')
        self.wait_focus(app, flow.SEARCH)
        self.type('garcia')
        app.wait_learners(['Ana Garcia'])
        app.keys('Return')                      # opens the first that was found
        app.find('button', 'Check-In')
        app.keys('ctrl+e')
        self.tab_to_field(app, 'Given name', 'Anna')
        app.keys('Return')
        app.wait_learners(['Anna Garcia'])
        app.wait_saved()
        app.keys('ctrl+z')
        app.wait_learners(['Ana Garcia'])
        app.keys('ctrl+shift+z')
        app.wait_learners(['Anna Garcia'])
        app.keys('ctrl+f', 'Escape')
        app.wait_learners(['Anna Garcia', 'Bjorn Akesson', 'Mei Lin'])

        app.keys('ctrl+n')
        self.type('Zoe')
        self.wait_typed(app, 'Given name', 'Zoe')
        app.keys('Return')
        app.wait_learners(['Anna Garcia', 'Bjorn Akesson', 'Mei Lin', 'Zoe'])
        app.keys('ctrl+w')
        self.assertEqual(app.process.wait(10), 0)
        self.assertEqual(self.names_on_disk(), ['Anna', 'Bjorn', 'Mei', 'Zoe'])

    def test_chips(self):
        app = self.start_in_class()
        app.open_learner('Mei')
        self.tab_to(app, 'Add to Strengths')
        app.keys('space')
        self.wait_focus(app, 'Strengths')
        self.type('Keeps calm')
        app.keys('Return')
        app.find('button', 'Keeps calm')
        self.type('Asks well')                  # the editor stays open for the next
        app.keys('Return')
        app.find('button', 'Asks well')
        app.keys('Escape')
        self.wait_focus(app, 'Add to Strengths')
        app.keys('shift+Tab')
        self.wait_focus(app, 'Keeps calm' if self.focus(app)[1] == 'Keeps calm' else 'Asks well')
        gone = self.focus(app)[1]
        app.keys('Delete')
        flow.wait_for(lambda: not app.find_all('button', gone), 5.0, 'the chip to go')
        self.assertNotEqual(self.focus(app), hands.FIELD, 'the focus is lost with the chip')
        app.keys('ctrl+z')
        app.find('button', gone)

    def test_delete_and_undo(self):
        app = self.start_in_class()
        app.keys('F6')
        self.tab_to(app, 'Ana')
        app.keys('space')
        app.find('button', 'Check-In')
        app.keys('Delete')
        app.wait_learners(['Bjorn Akesson', 'Mei Lin'])
        self.assertIn(self.focus(app)[0], ('list item', 'list'), 'the focus is lost with the learner')
        app.keys('ctrl+z')
        app.wait_learners(['Ana Garcia', 'Bjorn Akesson', 'Mei Lin'])

    def test_panes(self):
        """F6 goes round, forward and back."""
        app = self.start_in_class()
        app.open_learner('Mei')
        app.keys('F6')
        seen = []
        for _ in range(4):
            seen.append(self.focus(app))
            app.keys('F6')
        self.assertGreaterEqual(len(set(seen)), 2, seen)
        self.assertEqual(seen[0], seen[3] if len(set(seen)) == 3 else seen[2], seen)

    def test_back_on_a_narrow_window(self):
        """One pane at a time: Enter goes in, Escape and Alt+Left come back, and the focus is in the list again."""
        app = self.start_in_class()
        windows = flow.subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(app.process.pid)],
                                      stdout=flow.subprocess.PIPE, text=True, check=True).stdout.split()
        flow.subprocess.run(['xdotool', 'windowsize', '--sync', windows[-1], '400', '640'], check=True)
        for back in ('Escape', 'alt+Left'):
            app.keys('ctrl+f')
            self.wait_focus(app, flow.SEARCH)
            app.keys('Return')
            app.find('button', 'Check-In')
            flow.wait_for(lambda: self.focus(app)[1] != flow.SEARCH, 5.0, 'the focus to go to the page')
            app.keys(back)
            flow.wait_for(lambda: self.focus(app)[0] == 'list item', 5.0, 'the focus back in the list')

    def test_help_and_menus(self):
        self.environment['G_DEBUG'] = ''    # GTK 4.8 warns of its own window of shortcuts
        app = self.start_in_class()
        app.keys('F10')
        flow.wait_for(lambda: self.focus(app)[0].endswith('menu item'), 5.0, 'the focus in the main menu')
        app.keys('Escape')
        before = app.node.get_child_count()
        app.keys('ctrl+question')
        flow.wait_for(lambda: app.node.get_child_count() > before, 5.0, 'the window of the shortcuts')
        app.keys('Escape')
        flow.wait_for(lambda: app.node.get_child_count() == before, 5.0, 'the window of the shortcuts to close')

    def test_no_trap(self):
        """Tab goes through the whole window and comes back to where it began."""
        app = self.start_in_class()
        app.open_learner('Mei')
        app.keys('ctrl+f')
        self.wait_focus(app, flow.SEARCH)
        app.keys('Tab')
        seen = []
        for _ in range(hands.MANY):
            focus = self.focus(app)
            seen.append(focus)
            if focus[1] == flow.SEARCH:
                break
            app.keys('Tab')
        self.assertEqual(seen[-1][1], flow.SEARCH, 'Tab does not come back: %s' % seen)
        names = {name for _, name in seen}
        texts = [focus for focus in seen if focus[0] == 'text']
        self.assertGreaterEqual(len(texts), 5, 'Tab does not come to all fields')
        for name in ('Add to Strengths', 'Check-In', 'Absent Today', 'Check-ins', 'Main Menu', 'New Learner'):
            self.assertIn(name, names, 'Tab does not come to it')


if __name__ == '__main__':
    flow.run()
