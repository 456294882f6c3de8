#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that two devices wrote are found, looked at and settled in the window.

environment: DIFFER, a program that writes a value of another device into a field, as a synchronisation leaves it
"""
import json
import os

import flow
import hands
import pages

CLASS = 'Class 5b'
ADA, NOOR = 'Ada Hill', 'Noor Jansen'


class Conflicts(hands.Hands):
    def setUp(self):
        super().setUp()
        self.class_of(CLASS, ADA, NOOR)

    def id_of(self, given):
        return next(name for name, file in self.files().items() if file['learner']['given-name'] == given)

    def waiting(self):
        """What personalizectl lists: {field: the value that is shown}"""
        _, output = self.run_ctl('--json', 'conflicts')
        return {one['field']: one['values'][0]['value'] for one in json.loads(output)['conflicts']}

    def card(self, app, text):
        """The value of that name to choose from; behind it stands when it was written."""
        def found():
            return next((node for node in flow.nodes_of(app.node)
                         if flow.role_of(node) == 'radio button' and flow.name_of(node).startswith(text)), None)
        return flow.wait_for(found, 5.0, 'the card ' + text)

    def open_dialog(self, app):
        windows = pages.windows_of(app)
        app.click(app.find('button', 'Review…'))
        flow.wait_for(lambda: len(pages.windows_of(app)) > len(windows), 5.0, 'the dialog')

    def test_through_the_bus(self):
        ada, noor = self.id_of('Ada'), self.id_of('Noor')
        self.differ(ada, 'given-name', 'Adah')
        self.differ(noor, 'family-name', 'Janssen')
        app = self.start()
        app.says('2 fields differ between devices.')
        self.open_dialog(app)
        app.says('2 Fields Differ')
        shown = self.card(app, 'Ada, This computer')
        other = self.card(app, 'Adah, Another computer (77c0)')
        self.assertIn('shown now', flow.name_of(shown))
        self.assertTrue(flow.has_state(shown, flow.Atspi.StateType.CHECKED))
        app.keys('Right')                       # GTK 4.8 gives such a button no action of its own
        flow.wait_for(lambda: flow.has_state(other, flow.Atspi.StateType.CHECKED), 5.0, 'the other value to be chosen')
        app.click(app.find('button', 'Keep Chosen'))
        app.says('2 choices kept')
        app.says_not('fields differ between devices.')
        self.wait_on_disk(lambda: self.names_on_disk() == ['Adah', 'Noor'], 'the chosen name')
        self.assertEqual(self.waiting(), {})
        app.run_action('win.undo')
        app.says('2 fields differ between devices.')
        self.wait_on_disk(lambda: self.waiting() == {'given-name': 'Ada', 'family-name': 'Jansen'}, 'both to wait again')
        self.close(app)

    def test_by_keyboard_alone(self):
        noor = self.id_of('Noor')
        app = self.start()
        app.open_learner(NOOR)
        self.differ(noor, 'given-name', 'Nora')         # it arrives while the page is open
        app.says('Given name: 2 values')
        self.tab_to(app, 'Given name: 2 values')
        app.keys('space')
        app.says('1 Field Differs')
        self.wait_focus(app, 'Noor, This computer')
        app.keys('Right')
        self.wait_focus(app, 'Nora, Another computer (77c0)')
        self.tab_to(app, 'Keep Chosen')
        app.keys('Return')
        app.says('1 choice kept')
        app.says_not('Given name: 2 values')
        self.wait_on_disk(lambda: self.names_on_disk() == ['Ada', 'Nora'], 'the chosen name')
        app.run_action('win.conflicts')
        app.says('All devices agree')
        app.keys('Escape')
        self.close(app)

    def test_texts_are_merged_by_hand(self):
        noor = self.id_of('Noor')
        folder = self.class_folders()[0]
        app = self.start()
        app.open_learner(NOOR)
        self.close(app)
        self.write_notes(folder, noor, 'Seat near the door\nLikes chess')
        self.differ(noor, 'notes', 'Seat near the window\nLikes chess\nNew glasses')
        app = self.start()
        app.says('1 field differs between devices.')
        self.open_dialog(app)
        app.click(app.find('button', 'Merge Texts'))
        text = app.find('text', 'Merged text')
        flow.wait_for(lambda: '———' in app.text(text), 5.0, 'both texts put together')
        app.click(app.find('button', 'Keep Chosen'))
        app.says('still has lines with “———”')
        app.set_text(text, 'Seat near the window\nLikes chess\nNew glasses')
        app.click(app.find('button', 'Keep Chosen'))
        app.says('1 choice kept')
        self.wait_on_disk(lambda: self.files()[noor]['learner']['notes'].endswith('New glasses'), 'the merged text')
        self.assertEqual(self.waiting(), {})
        self.close(app)

    def write_notes(self, folder, learner, text):
        """Put a text into the notes of a learner, as somebody does with an editor."""
        path = os.path.join(folder, 'learners', learner + '.json')
        with open(path, encoding='utf-8') as file:
            content = file.read()
        with open(path, 'w', encoding='utf-8') as file:
            file.write(content.replace('"learner":{', '"learner":{\n "notes":%s,' % json.dumps(text), 1))


flow.run()
