#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and the command line on one class at the same time: each sees the other, and nothing is lost.

PERSONALIZE_SIDE_BY_SIDE says for how many seconds both edit one learner without pause (3)."""
import os
import threading
import time

import flow

CLASS = 'Class 5b'
SECONDS = float(os.environ.get('PERSONALIZE_SIDE_BY_SIDE') or 3)
TRY_AGAIN = 75


class TwoPrograms(flow.FlowCase):
    def setUp(self):
        super().setUp()
        self.app = self.start()
        self.app.make_class(CLASS, ['Björn Åkesson', 'Ana García'])
        self.app.wait_saved()

    def table(self, text, name='roster.csv'):
        path = os.path.join(self.folder, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def import_table(self, text):
        return self.ctl('--class', CLASS, 'import', self.table(text))

    def test_the_window_shows_what_was_imported_beside_it(self):
        self.import_table('Given name,Family name\nMei,Lin\n')
        self.app.wait_learners(['Björn Åkesson', 'Ana García', 'Mei Lin'], timeout=4)
        self.assertEqual(self.names_on_disk(), ['Ana', 'Björn', 'Mei'])

    def test_an_edit_meanwhile_is_kept(self):
        self.app.open_learner('Björn')
        self.app.edit('Name as they want it', 'Bosse')
        self.import_table('Given name,Family name\nMei,Lin\nKofi,Mensah\n')
        self.app.wait_learners(['Bosse Åkesson', 'Ana García', 'Mei Lin', 'Kofi Mensah'])
        self.assertEqual(self.app.value('Name as they want it'), 'Bosse')
        self.app.wait_saved()
        self.close(self.app)
        kept = {file['learner']['given-name']: file['learner'].get('preferred-name') for file in self.files().values()}
        self.assertEqual(kept, {'Björn': 'Bosse', 'Ana': None, 'Mei': None, 'Kofi': None})

    def test_two_fields_of_one_learner(self):
        """The command line fills in what the roster knows while the teacher writes in the open page."""
        self.app.open_learner('Ana')
        self.app.edit('Pronouns', 'she/her')
        self.import_table('Given name,Family name,Middle name\nAna,García,Maria\n')
        self.app.wait_value('Middle name', 'Maria')
        self.assertEqual(self.app.value('Pronouns'), 'she/her')
        self.app.wait_saved()
        self.close(self.app)
        ana = next(file['learner'] for file in self.files().values() if file['learner']['given-name'] == 'Ana')
        self.assertEqual((ana.get('pronouns'), ana.get('middle-name')), ('she/her', 'Maria'))

    def test_the_command_line_sees_what_the_window_saved(self):
        self.app.open_learner('Ana')
        self.app.edit('Given name', 'Anna')
        self.app.wait_learners(['Anna García', 'Björn Åkesson'])
        self.app.wait_saved()
        self.assertIn('Anna García', self.ctl('learners'))
        self.assertIn('Anna', self.ctl('show', 'Anna'))
        self.assertEqual(self.run_ctl('check')[0], 0)

    def import_for_a_while(self, end, done):
        """One table after another, each with a middle name and an interest for Ana, at times somebody new."""
        step = 0
        while time.monotonic() < end or step < 6:
            rows = ['Given name,Family name,Middle name,Interests', 'Ana,García,M%d,Beside %d' % (step, step % 7)]
            if step % 25 == 0:
                rows.append('New%d,Lin,,' % step)
            status, output = self.run_ctl('--class', CLASS, 'import', self.table('\n'.join(rows) + '\n', 'beside.csv'))
            if status not in (0, TRY_AGAIN):
                done['wrong'] = output
                return
            if status == 0:
                step += 1
                done['steps'] = step

    def test_both_edit_one_learner_for_a_while(self):
        end = time.monotonic() + SECONDS
        done = {'wrong': None}
        self.app.open_learner('Ana')
        beside = threading.Thread(target=self.import_for_a_while, args=(end, done))
        beside.start()
        typed = 0
        while beside.is_alive() or typed == 0:
            typed += 1
            self.app.edit('Pronouns', 'w%d' % typed)
            # now and then a pause, which is the end of a change
            time.sleep(1.2 if typed % 3 == 0 else 0.05)
        beside.join()
        self.assertIsNone(done['wrong'])
        last = 'M%d' % (done['steps'] - 1)
        self.app.wait_value('Middle name', last)
        self.app.wait_saved()
        self.close(self.app)
        files = [file['learner'] for file in self.files().values()]
        self.assertEqual(sorted(x['given-name'] for x in files),
                         sorted(['Ana', 'Björn'] + ['New%d' % i for i in range(0, done['steps'], 25)]))
        ana = next(x for x in files if x['given-name'] == 'Ana')
        self.assertEqual((ana['pronouns'], ana['middle-name']), ('w%d' % typed, last))
        self.assertEqual(set(ana['interests']), {'Beside %d' % i for i in range(min(7, done['steps']))})
        self.assertEqual(self.run_ctl('check')[0], 0)
        print('typed %d times, %d imports' % (typed, done['steps']))

    def test_a_class_made_beside_the_window_is_offered(self):
        self.sample(name='Class 6a')
        self.app.click(self.app.find('button', CLASS))
        self.app.says('Class 6a')


if __name__ == '__main__':
    flow.run()
