#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals are written by keyboard alone: for one learner, and for all with one step to take it back."""
import json

import flow
import hands

VAGUE = '“understands” cannot be seen. Say what the learner does: reads, writes, shows, explains.'
LEARNERS = ['Ana Garcia', 'Bjorn Akesson', 'Mei Lin']


class GoalEditor(hands.Hands):
    def start_in_class(self):
        self.class_of('Class 5b', *LEARNERS)
        app = self.start()
        app.wait_learners(LEARNERS)
        return app

    def focus(self, app):
        """The window on top has it; the one below goes on saying that it has."""
        return self.focus_in(app.top_windows()[-1])

    def goals_of(self, name):
        """What the files say, those in the trash left out."""
        shown = json.loads(self.ctl('show', name, '--json'))
        return [goal for goal in shown.get('goals', []) if 'deleted' not in goal]

    def wait_goals(self, count, *names):
        flow.wait_for(lambda: [len(self.goals_of(name)) for name in names] == [count] * len(names), 8.0,
                      '%d goals of %s' % (count, ', '.join(names)))

    def open_editor(self, app):
        app.keys('ctrl+shift+g')
        app.find('text', 'Title')

    def type_next(self, app, field, text):
        app.keys('Tab')
        self.type(text)
        self.wait_typed(app, field, text)

    def save(self, app):
        app.keys('ctrl+Return')
        flow.wait_for(lambda: not app.find_all('text', 'Condition'), 5.0, 'the editor to close')

    def test_a_goal_of_one_learner(self):
        app = self.start_in_class()
        app.keys('ctrl+f')
        self.wait_focus(app, flow.SEARCH)
        self.type('garcia')
        app.wait_learners(['Ana Garcia'])
        app.keys('Return')
        app.find('button', 'Check-In')
        self.open_editor(app)
        self.type('Reads aloud')                # the title has the focus
        self.wait_typed(app, 'Title', 'Reads aloud')
        self.type_next(app, 'Condition', 'Given a new text')
        self.type_next(app, 'Behaviour', 'understands long words')
        app.says(VAGUE)
        app.keys('ctrl+a')
        self.type('reads long words')
        self.wait_typed(app, 'Behaviour', 'reads long words')
        app.says_not(VAGUE)
        app.keys('Tab', 'Tab')                  # criterion, measure
        self.tab_to(app, 'New Measure')
        app.keys('Tab')                         # baseline
        self.type_next(app, 'Target', '60')
        self.save(app)
        self.wait_goals(1, 'Ana')
        goal = self.goals_of('Ana')[0]
        self.assertEqual(goal['title'], 'Reads aloud')
        self.assertEqual(goal['behaviour'], 'reads long words')
        self.assertEqual(goal['target'], 60)
        self.assertEqual(self.goals_of('Mei'), [])
        app.keys('ctrl+z')
        self.wait_goals(0, 'Ana')

    def test_a_goal_given_to_three(self):
        app = self.start_in_class()
        app.keys('ctrl+shift+s')
        flow.wait_for(lambda: self.focus(app)[0] in ('list item', 'list'), 5.0, 'the focus in the list')
        app.keys('ctrl+a')
        app.says('3 selected')
        self.open_editor(app)
        self.type('Works together')
        self.wait_typed(app, 'Title', 'Works together')
        self.save(app)
        self.wait_goals(1, 'Ana', 'Bjorn', 'Mei')
        app.keys('ctrl+z')
        self.wait_goals(0, 'Ana', 'Bjorn', 'Mei')
        app.keys('ctrl+shift+z')
        self.wait_goals(1, 'Ana', 'Bjorn', 'Mei')

    def test_what_was_written_before_is_offered(self):
        app = self.start_in_class()
        app.open_learner('Mei')
        self.open_editor(app)
        self.type('Reads')
        app.keys('Tab', 'Tab')                  # condition, behaviour
        self.type('Reads long words')
        self.wait_typed(app, 'Behaviour', 'Reads long words')
        self.save(app)
        self.wait_goals(1, 'Mei')

        app.open_learner('Ana')
        self.open_editor(app)
        self.type('Reading')
        app.keys('Tab', 'Tab')
        self.type('LONG')                       # case makes no difference, nor where it stands
        app.find('list item', 'Reads long words')
        app.keys('Escape')                      # the list goes, the editor stays
        self.type(' w')
        app.find('list item', 'Reads long words')
        app.keys('Down')
        self.wait_focus(app, 'Reads long words')
        app.keys('Return')
        self.wait_typed(app, 'Behaviour', 'Reads long words')
        self.type(' aloud')                     # one goes on where one was
        self.wait_typed(app, 'Behaviour', 'Reads long words aloud')
        self.save(app)
        self.wait_goals(1, 'Ana')
        self.assertEqual(self.goals_of('Ana')[0]['behaviour'], 'Reads long words aloud')

    def test_escape_keeps_nothing(self):
        app = self.start_in_class()
        app.open_learner('Mei')
        self.open_editor(app)
        self.type('Never mind')
        self.wait_typed(app, 'Title', 'Never mind')
        app.keys('Escape')
        flow.wait_for(lambda: not app.find_all('text', 'Condition'), 5.0, 'the editor to close')
        self.assertEqual(self.goals_of('Mei'), [])

    def test_a_change_of_the_teaching(self):
        app = self.start_in_class()
        app.open_learner('Mei')
        self.open_editor(app)
        self.type('Reads')
        self.wait_typed(app, 'Title', 'Reads')
        self.save(app)
        self.wait_goals(1, 'Mei')
        self.tab_to(app, 'Reads')
        app.keys('Return')
        app.find('button', 'Edit')
        self.tab_to(app, 'More')
        app.keys('space')
        self.wait_focus(app, 'New Change of Teaching')
        app.keys('Return')
        app.find('text', 'Note')
        self.tab_to(app, 'Start')
        app.keys('Tab')                         # the button of the calendar
        self.type_next(app, 'Note', 'Reads with a partner')
        app.keys('Return')
        flow.wait_for(lambda: not app.find_all('text', 'Note'), 5.0, 'the dialog to close')
        flow.wait_for(lambda: json.loads(self.ctl('show', 'Mei', '--json')).get('phases'), 8.0, 'the phase')
        phase = json.loads(self.ctl('show', 'Mei', '--json'))['phases'][0]
        self.assertEqual(phase['note'], 'Reads with a partner')
        self.assertEqual(phase['goal'], self.goals_of('Mei')[0]['id'])


if __name__ == '__main__':
    flow.run()
