#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Round with real keys alone: one number and one Enter for each learner; the disk is asked what came of it."""
import datetime

import flow

TODAY = datetime.date.today().isoformat()


class Round(flow.FlowCase):
    def setUp(self):
        super().setUp()
        self.presses = 0

    def press(self, *keys):
        self.presses += len(keys)
        flow.App.keys(*keys)

    def type(self, text):
        self.presses += len(text)
        flow.subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)

    def measured_today(self):
        """{learner: values} of everything measured today that is not in the trash."""
        found = {}
        for key, file in self.files().items():
            values = [one['value'] for one in file.get('measurements', [])
                      if one.get('date') == TODAY and 'deleted' not in one]
            if values:
                found[key] = values
        return found

    def open_round(self, learners):
        # ends days before today, so that nobody is measured or away today
        self.sample(learners, name='Class 5b')
        app = self.start()
        app.find('list', flow.LIST)
        app.wait_saved()
        flow.App.keys('ctrl+r')
        return app

    def wait_to_go(self, app, words):
        app.says(words)

    def test_a_number_and_an_enter_for_each_of_28(self):
        app = self.open_round(29)
        self.wait_to_go(app, '28 to go')
        self.wait_field(app)
        self.presses = 0
        for number in range(28):
            self.type(str(60 + number % 10))
            self.press('Return')
        self.assertEqual(self.presses, 28 * 2 + 28)     # two digits each, and Enter
        self.wait_on_disk(lambda: len(self.measured_today()) == 28, '28 measurements on disk')
        self.assertTrue(all(len(values) == 1 for values in self.measured_today().values()))
        self.assertEqual(sorted(value for values in self.measured_today().values() for value in values),
                         sorted(60 + number % 10 for number in range(28)))
        self.wait_to_go(app, '28 measured')

        # the whole Round is taken back at once, and comes again
        self.press('ctrl+z')
        self.wait_on_disk(lambda: not self.measured_today(), 'the Round to be taken back')
        self.press('ctrl+shift+z')
        self.wait_on_disk(lambda: len(self.measured_today()) == 28, 'the Round to be there again')

        # Enter is on Done now
        app.click(app.find('button', 'Done'))
        app.find('list', flow.LIST)
        self.close(app)

    def wait_field(self, app):
        """The first field has the focus; the list is filled a few lines at a time."""
        def focused():
            return any('last time' in name for _, name in app.focused())
        flow.wait_for(focused, 8.0, 'a field of the Round to have the focus')

    def test_absent_learners_are_skipped_and_slips_are_told(self):
        app = self.open_round(6)
        self.wait_field(app)
        before = app.focused()
        self.press('a')                                 # the first one is away: on to the second
        flow.wait_for(lambda: app.focused() != before, 5.0, 'the next field')
        app.says('1 absent')
        second = app.focused()
        self.type('9999')
        self.press('Return')
        app.says('The greatest value of this measure is 250.')
        self.assertEqual(app.focused(), second)
        self.press('ctrl+a')
        self.type('71')
        self.press('Return')
        self.wait_on_disk(lambda: list(self.measured_today().values()) == [[71]], 'the number on disk')
        # back up past nobody: the one above is away, its button can be reached
        self.press('Up')
        flow.wait_for(lambda: app.focused() == second, 5.0, 'the line before')
        self.press('ctrl+a', 'BackSpace', 'Return')
        self.wait_on_disk(lambda: not self.measured_today(), 'an emptied field to take the number away')
        self.press('alt+Left')
        app.find('list', flow.LIST)
        self.close(app)


if __name__ == '__main__':
    flow.run()
