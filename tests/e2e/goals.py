#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which goals are on the way: all of them, by status, by measure, by a name; and one of them opened. Without a mouse."""
import re
import unicodedata

import flow
import hands

GOALS = 'Goals'
SEARCH = 'Search goals and names'
STATUSES = ['Not on the way', 'Needs data', 'Cannot tell', 'Too early to say', 'On the way', 'Met']
IN_SIGHT = 8        # so many rows find room in every window of the tests


def plain(name):
    """The first letters of a name, without accents: as a teacher types them, and every keyboard has them."""
    return unicodedata.normalize('NFD', name).encode('ascii', 'ignore').decode().lower()[:4].rstrip()


class Goals(hands.Hands):
    def start_in_goals(self):
        self.ctl('sample', '--learners', '8', '--today', '2026-11-23')
        app = self.start()
        app.find('list', flow.LIST)
        app.keys('alt+2')
        self.wait_rows(app)
        return app

    def rows(self, app):
        """The names of the rows: title, learner, status, last value and when, strategy."""
        return [flow.name_of(row) for row in app.rows(app.find('list', GOALS))]

    def wait_rows(self, app, number=None):
        """Wait until there are so many rows, or any. Newer GTK exposes those in sight, so of many it may be fewer."""
        def ready():
            rows = self.rows(app)
            if number is None or number > IN_SIGHT:
                return rows if len(rows) >= (1 if number is None else IN_SIGHT) and len(rows) <= (number or 999) else None
            return rows if len(rows) == number else None
        return flow.wait_for(ready, 8.0, '%s goals' % (number or 'any'))

    def button(self, app, status):
        found = [node for node in app.find_all('toggle button') + app.find_all('button')
                 if re.match(status + r': \d+ goal', flow.name_of(node))]
        return found[0]

    def count(self, app, status):
        """The number on the button of a status word."""
        return int(re.search(r': (\d+) goal', flow.name_of(self.button(app, status))).group(1))

    def test_counts_and_order(self):
        app = self.start_in_goals()
        counts = {status: self.count(app, status) for status in STATUSES}
        everything = self.count(app, 'All')
        rows = self.wait_rows(app, everything)
        self.assertEqual(sum(counts.values()), everything)
        app.says('%d in ' % everything)
        seen = [next(status for status in STATUSES if ', %s, ' % status.lower() in row) for row in rows]
        self.assertEqual(seen, sorted(seen, key=STATUSES.index), 'what asks something of the teacher comes first')
        for status in STATUSES:
            if len(rows) == everything:
                self.assertEqual(seen.count(status), counts[status], status)
            self.assertLessEqual(seen.count(status), counts[status], status)

    def test_filters_by_keyboard(self):
        app = self.start_in_goals()
        everything = self.count(app, 'All')
        wanted = next(status for status in STATUSES if 0 < self.count(app, status) < everything)
        number = self.count(app, wanted)
        self.tab_to(app, wanted + ': ')
        app.keys('space')
        for row in self.wait_rows(app, number):
            self.assertIn(', %s, ' % wanted.lower(), row)
        self.assertEqual(self.count(app, 'All'), everything, 'counts are true whatever is chosen')
        app.keys('space')
        self.wait_rows(app, everything)

        app.keys('ctrl+f')
        self.wait_focus(app, SEARCH)
        self.tab_to(app, 'Measure: Any measure')
        app.keys('space', 'Down', 'Return')
        flow.wait_for(lambda: 0 < self.count(app, 'All') < everything, 5.0, 'the goals of one measure')
        self.wait_rows(app, self.count(app, 'All'))
        app.keys('Escape')
        self.wait_rows(app, everything)

    def test_search_and_open(self):
        app = self.start_in_goals()
        learner = next(name for name in (row.split(', ')[1] for row in self.rows(app)) if len(plain(name)) == 4)
        app.keys('ctrl+f')
        self.wait_focus(app, SEARCH)
        self.type(plain(learner))
        flow.wait_for(lambda: all(learner in row for row in self.rows(app)), 5.0,
                      'the goals of ' + learner)
        self.type(' zzz')
        app.says('No goal found')
        app.keys('Escape')
        self.wait_rows(app)
        self.type(plain(learner))
        app.keys('Return')
        app.find('button', 'Add Measurement')   # the page of the goal
        app.keys('alt+Left')
        self.wait_rows(app)
        self.close(app)

    def test_a_class_without_goals(self):
        self.class_of('Class 5b', 'Ana Garcia')
        app = self.start()
        app.wait_learners(['Ana Garcia'])
        app.keys('alt+2')
        app.says('No goals yet')
        self.close(app)


if __name__ == '__main__':
    flow.run()
