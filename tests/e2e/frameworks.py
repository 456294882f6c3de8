#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new edition of a framework comes in as a file, and a teacher sees who works at one of its standards."""
import glob
import json
import os

import flow
import hands

TITLE = 'Reading, second edition'
STATEMENT = 'Reads a new text aloud so that <others> & all like to listen'
FIELD = 'Search standards'


def package():
    """The second edition of the sample framework: one standard says something else, most are gone."""
    return {
        'CFDocument': {'identifier': 'sample-framework', 'title': TITLE, 'creator': 'A test'},
        'CFItems': [
            {'identifier': 'sample-r', 'fullStatement': 'Reading', 'humanCodingScheme': 'R'},
            {'identifier': 'sample-r-1-2', 'fullStatement': STATEMENT, 'humanCodingScheme': 'R.1.2'},
            {'identifier': 'new-one', 'fullStatement': 'Chooses a book', 'humanCodingScheme': 'R.9'},
        ],
        'CFAssociations': [
            {'identifier': 'up-1', 'associationType': 'isChildOf', 'originNodeURI': {'identifier': 'sample-r'},
             'destinationNodeURI': {'identifier': 'sample-framework'}},
            {'identifier': 'up-2', 'associationType': 'isChildOf', 'originNodeURI': {'identifier': 'sample-r-1-2'},
             'destinationNodeURI': {'identifier': 'sample-r'}},
            {'identifier': 'up-3', 'associationType': 'isChildOf', 'originNodeURI': {'identifier': 'new-one'},
             'destinationNodeURI': {'identifier': 'sample-r'}},
        ],
    }


class Frameworks(hands.Hands):
    def setUp(self):
        super().setUp()
        if not flow.has_tool('xdotool'):
            self.skipTest('xdotool is not installed')
        self.path = os.path.join(self.folder, 'edition.json')
        with open(self.path, 'w', encoding='utf-8') as file:
            json.dump(package(), file)
        self.sample(6)

    def on_disk(self):
        path = glob.glob(os.path.join(self.class_folders()[0], 'frameworks', '*.json'))[0]
        with open(path, encoding='utf-8') as file:
            return json.load(file)

    def n_learners(self):
        """How many learners have a goal at the standard, as the command line counts them."""
        found = json.loads(self.ctl('frameworks', '--json'))['frameworks'][0]['standards']
        return next(one['n-learners'] for one in found if one['id'] == 'sample-r-1-2')

    def test_by_keyboard_alone(self):
        n = self.n_learners()
        self.assertGreater(n, 0)
        app = self.start(self.path)
        app.find('button', 'Import Framework')
        app.says('A framework you have already')
        app.says('1 standard is new')
        app.keys('ctrl+Return')
        app.says('Framework “%s” imported' % TITLE)
        self.wait_on_disk(lambda: self.on_disk()['framework']['title'] == TITLE, 'the second edition')

        app.keys('ctrl+alt+f')
        self.wait_focus(app, FIELD)
        self.type('like to listen')
        flow.wait_for(lambda: any(STATEMENT in flow.name_of(row) for row in app.find_all('list item')), 8.0,
                      'the standard to be found')
        app.keys('Return')
        app.says('%d of 6 learners have a goal here.' % n)
        app.says(STATEMENT)
        # what is no longer in the file is kept, and says so
        app.keys('ctrl+f')
        self.wait_focus(app, FIELD)
        app.keys('ctrl+a')
        self.type('multiplication facts')
        app.says('Retired', timeout=8.0)
        app.keys('Escape')
        app.keys('Escape')
        app.says_not(FIELD)
        # one step takes the import back
        app.keys('ctrl+z')
        self.wait_on_disk(lambda: self.on_disk()['framework']['title'] != TITLE, 'the first edition')
        self.close(app)


if __name__ == '__main__':
    flow.run()
