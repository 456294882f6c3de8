#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner sees the own goals, without a verdict, and says what they think of them. Without a mouse."""
import json
import os
import re
import stat
import zlib

import flow
import hands

FIELD = 'In your own words'
WORDS = 'I can read long words now'
VERDICTS = ['Met', 'On the way', 'Not on the way', 'Cannot tell', 'Too early to say', 'Needs data', 'Why?']


def unpacked(content):
    """What newer versions of cairo pack into streams, the list of the pages too."""
    plain = b''
    for packed in re.findall(rb'stream\r?\n(.*?)endstream', content, re.DOTALL):
        try:
            plain += zlib.decompressobj().decompress(packed)
        except zlib.error:
            continue
    return plain


class Conference(hands.Hands):
    def start_with_a_goal(self, measured=True):
        """Noor, whose teacher noted what is not for her eyes."""
        self.class_of('Class 5b', 'Noor Haddad', 'Mei Lin')
        app = self.start()
        app.wait_learners(['Noor Haddad', 'Mei Lin'])
        app.open_learner('Noor')
        app.keys('ctrl+shift+g')
        app.find('text', 'Title')
        self.type('Reads aloud')
        self.wait_typed(app, 'Title', 'Reads aloud')
        app.keys('ctrl+Return')
        flow.wait_for(lambda: not app.find_all('text', 'Condition'), 5.0, 'the editor to close')
        flow.wait_for(lambda: json.loads(self.ctl('show', 'Noor', '--json')).get('goals'), 8.0, 'the goal to be saved')
        if measured:
            for day, value in (('2026-10-01', '52'), ('2026-10-08', '60'), ('2026-10-15', '61')):
                self.ctl('record', 'Noor', 'Reads', value, '--date', day)
        self.ctl('check-in', 'Noor', 'The mother called about the divorce')
        return app

    def open_conference(self, app):
        app.keys('ctrl+alt+c')
        app.says('Noor Haddad')
        app.find('text', FIELD)

    def own_words(self):
        shown = json.loads(self.ctl('show', 'Noor', '--json'))
        return [entry for entry in shown.get('check-ins', []) if entry['kind'] == 'self' and 'deleted' not in entry]

    def wait_own_words(self, *texts):
        flow.wait_for(lambda: sorted(entry['text'] for entry in self.own_words()) == sorted(texts), 8.0,
                      'own words ' + ', '.join(texts))

    def test_own_words_are_kept_and_taken_back(self):
        app = self.start_with_a_goal()
        self.open_conference(app)
        self.tab_to_field(app, FIELD, WORDS)
        app.keys('ctrl+Return')
        self.wait_own_words(WORDS)
        goal = json.loads(self.ctl('show', 'Noor', '--json'))['goals'][0]['id']
        self.assertEqual(self.own_words()[0]['goal'], goal)
        app.says(WORDS)                         # below the field, which is empty again
        flow.wait_for(lambda: app.text(app.find('text', FIELD)) == '', 5.0, 'an empty field')
        app.keys('ctrl+z')
        self.wait_own_words()
        app.keys('ctrl+shift+z')
        self.wait_own_words(WORDS)

    def test_what_was_typed_is_kept_when_the_page_is_left(self):
        app = self.start_with_a_goal()
        self.open_conference(app)
        self.tab_to_field(app, FIELD, 'I like stories')
        app.keys('alt+Left')
        app.find('button', 'Check-In')          # the page of the learner is back
        self.wait_own_words('I like stories')

    def test_nothing_judges_and_nothing_private_is_shown(self):
        app = self.start_with_a_goal()
        self.open_conference(app)
        app.says('Noted last, on ')
        names = [flow.name_of(node) for node in flow.nodes_of(app.node)
                 if flow.has_state(node, hands.Atspi.StateType.SHOWING)]
        for name in names:
            self.assertNotIn(name, VERDICTS)
            self.assertNotIn('divorce', name)
            self.assertNotIn('Mei', name)

    def test_points_are_reached_by_keyboard(self):
        app = self.start_with_a_goal()
        self.open_conference(app)
        self.tab_to(app, '15 October: 61')      # the last one is the first to be reached
        app.keys('Home')
        self.wait_focus(app, '1 October: 52')
        app.keys('Return', 'Delete')            # it is looked at, not changed
        self.assertEqual(len(json.loads(self.ctl('show', 'Noor', '--json'))['measurements']), 3)

    def test_a_goal_without_measurements(self):
        app = self.start_with_a_goal(measured=False)
        self.open_conference(app)
        app.says('Nothing has been measured yet.')

    def test_a_learner_without_goals(self):
        self.class_of('Class 5b', 'Mei Lin')
        app = self.start()
        app.wait_learners(['Mei Lin'])
        app.keys('ctrl+alt+c')
        app.says('Choose a learner first.')
        app.open_learner('Mei')
        app.keys('ctrl+alt+c')
        app.says('No goal is being worked on now')
        self.assertTrue(app.action_is_on('win.print'))
        app.keys('alt+Left')                    # Escape would take the message away first
        flow.wait_for(lambda: not app.action_is_on('win.print'), 5.0, 'the page to be left')
        app.find('button', 'Check-In')
        self.close(app)

    def test_hidden_names_stay_hidden(self):
        app = self.start_with_a_goal()
        self.open_conference(app)
        self.tab_to_field(app, FIELD, WORDS)
        app.keys('ctrl+Return')
        app.says(WORDS)
        app.keys('ctrl+shift+h')
        # which number it is follows from ids that are drawn
        flow.wait_for(lambda: {'Learner 1', 'Learner 2'} & set(app.texts()), 8.0, 'a number in the place of the name')
        app.says('•••')
        app.says_not(WORDS)
        app.says_not('Noor')

    def test_prints_to_a_file(self):
        """Once through the toolkit's own window of printing: what leaves it is one page, for nobody else to read."""
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)                   # where the toolkit puts what has no other place
        app = self.start_with_a_goal()
        self.open_conference(app)
        app.keys('ctrl+p')
        window = flow.wait_for(lambda: [top for top in app.top_windows() if flow.role_of(top) == 'dialog'], 8.0,
                               'the window of printing')[0]
        printers = next(node for node in flow.nodes_of(window)
                        if flow.role_of(node) == 'list' and any(flow.name_of(text) == 'Print to File' for text in flow.nodes_of(node)))
        app.select_row(printers, 0)
        app.click([node for node in flow.nodes_of(window)
                   if flow.name_of(node) == 'Print' and 'click' in flow.actions_of(node)][-1])
        file = os.path.join(self.folder, 'output.pdf')
        flow.wait_for(lambda: os.path.exists(file) and stat.S_IMODE(os.stat(file).st_mode) == 0o600, 8.0, 'a file of our own')
        with open(file, 'rb') as pdf:
            content = pdf.read()
        self.assertTrue(content.startswith(b'%PDF-') and content.rstrip().endswith(b'%%EOF'))
        self.assertEqual(re.findall(rb'/Count (\d+)', content + unpacked(content)), [b'1'])
        self.assertNotIn(b'Noor', content.split(b'stream')[0], 'who it is about is in no name of the job')
        self.close(app)


if __name__ == '__main__':
    flow.run()
