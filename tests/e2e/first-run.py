#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first quarter of an hour: a class from typed names, a search, a correction, undo, and all is there tomorrow."""
import flow

LEARNERS = ['Ana García', 'Işıl Yıldız', 'Björn Åkesson']


class FirstRun(flow.FlowCase):
    def test_a_class_from_typed_names(self):
        app = self.start()
        for way in ('New Class', 'Import a Roster', 'Sample Class'):
            app.find('button', way)
        app.make_class('Class 5b', LEARNERS)
        app.find('button', 'Class 5b')
        self.assertEqual(len(self.class_folders()), 1)

        # without accents, as one types in a hurry
        app.search('garcia')
        app.wait_learners(['Ana García'])
        app.search('bjorn akesson')
        app.wait_learners(['Björn Åkesson'])
        app.search('nobody')
        app.find('label', 'Nobody found')
        app.search('')
        app.wait_learners(LEARNERS)

        app.open_learner('Ana')
        app.edit('Given name', 'Anna')
        app.wait_learners(['Anna García'] + LEARNERS[1:])
        app.wait_saved()
        self.assertIn('Anna', self.names_on_disk())

        app.run_action('win.undo')
        app.wait_value('Given name', 'Ana')
        app.wait_learners(LEARNERS)
        app.wait_saved()
        self.assertIn('Ana', self.names_on_disk())
        app.run_action('win.redo')
        app.wait_value('Given name', 'Anna')
        app.wait_learners(['Anna García'] + LEARNERS[1:])
        self.close(app)
        self.assertEqual(self.names_on_disk(), sorted(['Anna', 'Işıl', 'Björn']))

        again = self.start()
        again.wait_learners(['Anna García'] + LEARNERS[1:])
        again.open_learner('Anna')
        self.assertEqual(again.value('Given name'), 'Anna')
        self.close(again)

    def test_what_is_being_typed_is_kept_when_the_window_closes(self):
        app = self.start()
        app.make_class('Class 5b', LEARNERS)
        app.open_learner('Björn')
        app.edit('Family name', 'Lindqvist')
        self.close(app)
        families = [file['learner'].get('family-name') for file in self.files().values()]
        self.assertIn('Lindqvist', families)
        self.assertNotIn('Åkesson', families)


if __name__ == '__main__':
    flow.run()
