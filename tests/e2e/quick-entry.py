#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quick entry with real keys alone; the accessibility bus and the disk are only asked what came of it."""
import flow

FIELD = 'What to write down'
MARK = 8            # presses from Ctrl+K to saved, beyond the typed text


class QuickEntry(flow.FlowCase):
    def setUp(self):
        super().setUp()
        self.presses = 0

    def press(self, *keys):
        self.presses += len(keys)
        flow.App.keys(*keys)

    def type(self, text):
        flow.subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)

    def open_class(self):
        self.sample(8, name='Class 5b')
        app = self.start()
        app.find('list', flow.LIST)
        app.wait_saved()
        return app

    def measured(self):
        """(id, letters of the name, letters of the goal) of somebody whose name can be typed and who has a goal in words."""
        for key, file in sorted(self.files().items()):
            name = file['learner'].get('given-name', '')
            for goal in file.get('goals', []):
                if goal.get('title') == 'Reads aloud fluently' and name.isascii():
                    return key, name.lower(), 'read'
        self.fail('the sample class has nobody who reads aloud')

    def shown(self, key, kind):
        return [record for record in self.files()[key].get(kind, []) if 'deleted' not in record]

    def quick(self, app):
        self.press('ctrl+k')
        return app.find('text', FIELD)

    def wait_text(self, app, field, text):
        flow.wait_for(lambda: app.text(field) == text, 5.0, 'the field to hold "%s"' % text)

    def test_few_keys_from_opening_to_the_disk(self):
        app = self.open_class()
        key, name, goal = self.measured()
        before = len(self.shown(key, 'measurements'))
        field = self.quick(app)
        text = '%s %s 79 two long words' % (name, goal)
        self.type(text)
        self.wait_text(app, field, text)
        self.press('Return')
        self.wait_on_disk(lambda: len(self.shown(key, 'measurements')) == before + 1, 'the measurement on disk')
        self.assertLessEqual(self.presses, MARK)
        record = self.shown(key, 'measurements')[-1]
        newest = [one for one in self.shown(key, 'measurements') if one.get('note') == 'two long words']
        self.assertEqual([one['value'] for one in newest], [79], record)

        # it stays open for the next
        self.wait_text(app, field, '')
        check_ins = len(self.shown(key, 'check-ins'))
        self.type('%s 4 min found a mistake' % name)
        self.press('Return')
        self.wait_on_disk(lambda: len(self.shown(key, 'check-ins')) == check_ins + 1, 'the check-in on disk')
        made = [one for one in self.shown(key, 'check-ins') if one.get('text') == 'found a mistake']
        self.assertEqual([(one['minutes'], one['kind']) for one in made], [(4, 'one-to-one')])

        # the way back, for the last one alone
        self.wait_text(app, field, '')
        self.press('ctrl+z')
        self.wait_on_disk(lambda: len(self.shown(key, 'check-ins')) == check_ins, 'the check-in to be taken back')
        self.assertEqual(len(self.shown(key, 'measurements')), before + 1)
        self.press('Escape')
        app.absent('text', FIELD)
        self.close(app)

    def test_tab_completes_and_digits_choose(self):
        app = self.open_class()
        key, name, goal = self.measured()
        before = len(self.shown(key, 'check-ins'))
        field = self.quick(app)
        self.type('%s %s' % (name[:4], goal))
        self.press('Tab', 'Tab')
        flow.wait_for(lambda: app.text(field).endswith('Reads aloud fluently '), 5.0, 'the goal to be completed')
        self.press('Escape')
        self.wait_text(app, field, '')
        self.type('%s 7' % name)
        row = 1 + next(i for i, node in enumerate(app.rows(app.find('list', 'What this can mean')))
                       if flow.name_of(node).endswith('“7”'))
        self.press('alt+%d' % row)
        self.type(' friends came')
        self.press('Return')
        self.wait_on_disk(lambda: len(self.shown(key, 'check-ins')) == before + 1, 'the note on disk')
        self.assertIn('7 friends came', [one.get('text') for one in self.shown(key, 'check-ins')])
        self.close_quick(app)

    def close_quick(self, app):
        self.press('Escape')
        app.absent('text', FIELD)
        self.close(app)

    def test_undo_button_can_be_reached(self):
        app = self.open_class()
        key, name, _goal = self.measured()
        before = len(self.shown(key, 'check-ins'))
        self.quick(app)
        for sentence in ('one thing', 'another thing'):
            self.type('%s saw %s' % (name, sentence))
            self.press('Return')
        self.wait_on_disk(lambda: len(self.shown(key, 'check-ins')) == before + 2, 'both notes on disk')
        lines = app.find('list', 'Written just now')
        buttons = [node for node in app.find_all('button', inside=lines) if flow.name_of(node).startswith('Undo: ')]
        self.assertEqual(len(buttons), 2)
        first = next(node for node in buttons if 'one thing' in flow.name_of(node))
        for _ in range(12):
            if flow.has_state(first, flow.Atspi.StateType.FOCUSED):
                break
            self.press('Tab')
        self.assertTrue(flow.has_state(first, flow.Atspi.StateType.FOCUSED), 'Tab never comes to the button')
        self.press('space')
        self.wait_on_disk(lambda: len(self.shown(key, 'check-ins')) == before + 1, 'the first note to be taken back')
        self.assertIn('saw another thing', [one.get('text') for one in self.shown(key, 'check-ins')])
        self.close_quick(app)


if __name__ == '__main__':
    flow.run()
