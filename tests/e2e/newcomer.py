#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first hour with the program: a class, three portraits, five check-ins, and a question answered."""
import flow
import hands

CLASS = 'Class 5b'
LEARNERS = ['Ana Garcia', 'Bjorn Akesson', 'Mei Lin', 'Noor Jansen']
# who is described: what is added to which set
PORTRAITS = [
    ('Ana Garcia', [('Interests', 'Music'), ('Needs', 'Reading')]),
    ('Bjorn Akesson', [('Interests', 'Music'), ('Strengths', 'Counting')]),
    ('Mei Lin', [('Interests', 'Chess'), ('Needs', 'Reading')]),
]
CHECK_INS = [('Ana', 'chose a book'), ('Bjorn', 'helped a friend'), ('Mei', 'lost a game well'), ('Noor', 'is new here'),
             ('Ana', 'read it aloud')]


class Newcomer(hands.Hands):
    def check_in_texts(self):
        return sorted(record['text'] for file in self.files().values() for record in file.get('check-ins', []))

    def wait_written(self):
        """Everything is on the disk as it was meant."""
        flow.wait_for(lambda: self.check_in_texts() == sorted(text for _, text in CHECK_INS), 8.0, 'five check-ins')
        by_name = {file['learner']['given-name']: file['learner'] for file in self.files().values()}
        for name, portrait in PORTRAITS:
            for label, value in portrait:
                self.assertEqual(by_name[name.split()[0]][label.lower()], [value])

    def find_answer(self, app):
        """Who likes music and needs support in reading?"""
        app.wait_learners(['Ana Garcia'])
        app.says('1 of 4 learners')

    def test_through_the_bus(self):
        app = self.start()
        app.find('button', 'New Class')
        app.make_class(CLASS, LEARNERS)
        for name, portrait in PORTRAITS:
            app.open_learner(name)
            for label, value in portrait:
                app.click(app.find('button', 'Add to ' + label))
                entry = app.find('text', label)
                app.set_text(entry, value)
                app.keys('Return')              # a field has no action of its own
                app.find('button', value)
        for name, text in CHECK_INS:
            app.open_learner(next(full for full in LEARNERS if full.startswith(name)))
            app.run_action('win.check-in')
            app.set_text(app.find('text', 'What was said or seen'), text)
            app.click(app.find('button', 'Save'))
            app.says(text)
        app.search('music reading')
        self.find_answer(app)
        self.close(app)
        self.wait_written()

    def test_by_keyboard_alone(self):
        app = self.start()
        app.find('button', 'New Class')
        app.keys('ctrl+shift+n')
        self.tab_to_field(app, 'Name of the class', CLASS)
        self.tab_to(app, 'Names, typed or pasted')
        for name in LEARNERS:
            self.type(name)
            app.keys('Return')
        self.tab_to(app, 'Make Class')
        app.keys('space')
        app.wait_learners(LEARNERS)
        for name, portrait in PORTRAITS:
            app.keys('ctrl+f')
            self.wait_focus(app, flow.SEARCH)
            app.keys('ctrl+a')
            self.type(name)
            app.wait_learners([name])
            app.keys('Return')
            app.find('button', 'Check-In')
            for label, value in portrait:
                self.tab_to(app, 'Add to ' + label)
                app.keys('space')
                self.wait_focus(app, label)
                self.type(value)
                app.keys('Return')
                app.find('button', value)
                app.keys('Escape')
        app.keys('ctrl+k')
        field = app.find('text', 'What to write down')
        for name, text in CHECK_INS:
            self.type('%s %s' % (name, text))
            flow.wait_for(lambda: app.text(field).endswith(text), 5.0, 'what was typed')
            app.keys('Return')
            flow.wait_for(lambda: app.text(field) == '', 5.0, 'the entry to be taken')
        app.keys('Escape')
        app.absent('text', 'What to write down')
        app.keys('ctrl+f')
        self.wait_focus(app, flow.SEARCH)
        app.keys('ctrl+a')
        self.type('music reading')
        self.find_answer(app)
        app.keys('ctrl+w')
        self.assertEqual(app.process.wait(10), 0)
        self.wait_written()


if __name__ == '__main__':
    flow.run()
