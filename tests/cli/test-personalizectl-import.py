#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What personalizectl import makes of rosters and tables.

environment: PERSONALIZECTL, the program
"""
import json
import os
import signal
import subprocess
import time
import unittest
import zipfile

from ctl import PROGRAM, Case


class Import(Case):
    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding='utf-8')
        return path

    def roster(self):
        """A OneRoster 1.1 folder with two classes and three learners."""
        for name, text in {
            'manifest': 'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.orgs,bulk\nfile.classes,bulk\n'
                        'file.users,bulk\nfile.enrollments,bulk\n',
            'orgs': 'sourcedId,status,name,type\no1,,School,school\n',
            'classes': 'sourcedId,status,title,classCode,schoolSourcedId\nc1,,Maths 5,M5,o1\nc2,,Art 5,A5,o1\n',
            'users': 'sourcedId,status,role,givenName,familyName,email,password\nt1,,teacher,Mia,Berg,mia@example.org,Secret-1\n'
                     'u1,,student,Amina,Yusuf,,Secret-2\nu2,,student,Elif,Yıldız,,\nu3,,student,Joris,van Dam,,\n',
            'enrollments': 'sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role\ne1,,c1,o1,u1,student\n'
                           'e2,,c1,o1,u2,student\ne3,,c2,o1,u3,student\ne4,,c1,o1,t1,teacher\n',
        }.items():
            self.write('roster/%s.csv' % name, text)
        return self.folder / 'roster'

    def test_roster_and_again(self):
        roster = self.roster()
        dry = self.json('import', roster, '--dry-run')
        self.assertTrue(dry['dry-run'])
        self.assertEqual(self.json('classes')['classes'], [])
        first = self.json('import', roster)['files'][0]['classes']
        self.assertEqual([(c['name'], c['is-new'], c['n-new']) for c in first], [('Art 5', True, 1), ('Maths 5', True, 2)])
        again = self.json('import', roster)['files'][0]['classes']
        self.assertEqual([(c['is-new'], c['n-new'], c['n-changed'], c['n-same']) for c in again],
                         [(False, 0, 0, 1), (False, 0, 0, 2)])
        for path in self.data.rglob('*'):
            if path.is_file():
                self.assertNotIn(b'Secret-', path.read_bytes())

    def test_choosing_classes(self):
        roster = self.roster()
        self.assertEqual([c['name'] for c in self.json('import', roster, '--only', 'a5')['files'][0]['classes']], ['Art 5'])
        mine = self.json('import', roster, '--teacher', 'mia@example.org', '--dry-run')
        self.assertEqual([c['name'] for c in mine['files'][0]['classes']], ['Maths 5'])
        error = self.ctl('import', roster, '--only', 'Latin', status=2).stderr
        self.assertIn('Maths 5', error)

    def test_options_that_do_not_fit(self):
        """What would be passed over in silence is refused: something else would happen than was asked for."""
        roster = self.roster()
        table = self.write('people.csv', 'Given name,Family name\nAmina,Yusuf\n')
        for arguments in ([roster, '--map', '1=given-name'], [roster, '--name', 'X'], [roster, '--class', 'X'],
                          [roster, '--teacher', 'Nobody'], [table, '--only', 'c1'], [table, '--teacher', 'Mia Berg'],
                          [table, '--demographics', 'birthDate'], [table, '--archive-gone'],
                          [table, '--name', 'X', '--class', 'Y']):
            with self.subTest(arguments[1:]):
                self.ctl('import', *arguments, status=2)
        self.assertEqual(self.json('classes')['classes'], [])

    def test_interrupted_between_classes(self):
        roster = self.roster()
        ids = range(400)
        self.write('roster/classes.csv', 'sourcedId,title\n' + ''.join('c%d,Class %d\n' % (i, i) for i in ids))
        self.write('roster/enrollments.csv', 'sourcedId,classSourcedId,userSourcedId,role\n'
                   + ''.join('e%d,c%d,u1,student\n' % (i, i) for i in ids))
        running = subprocess.Popen([PROGRAM, '--data-dir', str(self.data), 'import', str(roster)], encoding='utf-8',
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        running.stderr.readline()
        while not list(self.data.glob('classrooms/*/learners/*.json')):
            time.sleep(0.001)
        running.send_signal(signal.SIGINT)
        message = running.communicate(timeout=60)[1]
        self.assertEqual(running.returncode, 75, message)
        listed = self.json('classes')['classes']
        self.assertTrue(1 <= len(listed) < len(ids), len(listed))
        self.assertEqual({c['n-learners'] for c in listed}, {1})
        self.assertIn('all is well', self.ctl('check').stdout)

    def test_nobody_is_put_into_every_class(self):
        roster = self.roster()
        (roster / 'enrollments.csv').write_text('sourcedId,classSourcedId,userSourcedId,role\n', encoding='utf-8')
        self.assertIn('--only', self.ctl('import', roster, status=65).stderr)
        self.assertEqual(self.json('classes')['classes'], [])
        self.assertEqual(self.json('import', roster, '--only', 'c1')['files'][0]['classes'][0]['n-new'], 3)

    def test_changed_and_gone(self):
        roster = self.roster()
        self.ctl('import', roster)
        users = (roster / 'users.csv').read_text(encoding='utf-8')
        (roster / 'users.csv').write_text(users.replace('Amina', 'Aminah'), encoding='utf-8')
        enrollments = (roster / 'enrollments.csv').read_text(encoding='utf-8')
        (roster / 'enrollments.csv').write_text(enrollments.replace('e2,,c1,o1,u2,student\n', ''), encoding='utf-8')
        text = self.ctl('import', roster, '--only', 'c1', '--dry-run').stdout
        self.assertIn('given-name: “Amina” → “Aminah”', text)
        self.assertIn('- Elif Yıldız', text)
        self.ctl('import', roster, '--only', 'c1')
        self.assertEqual(len(self.json('learners', '--class', 'Maths 5')['learners']), 2)
        self.ctl('import', roster, '--only', 'c1', '--archive-gone')
        self.assertEqual([x['given-name'] for x in self.json('learners', '--class', 'Maths 5')['learners']], ['Aminah'])
        self.assertEqual(len(self.json('learners', '--class', 'Maths 5', '--archived')['learners']), 1)

    def delete(self, given_name, name):
        """What the window writes when somebody is moved to the trash."""
        listed = self.json('learners', '--class', name)['learners']
        chosen, = [x['id'] for x in listed if x['given-name'] == given_name]
        path, = self.data.glob('classrooms/*/learners/%s.json' % chosen)
        text = path.read_text(encoding='utf-8')
        path.write_text(text.replace('"learner":{\n', '"learner":{\n "deleted":"2026-11-23T12:00:00Z",\n'), encoding='utf-8')

    def test_deleted_here(self):
        """Who was deleted stays deleted, and comes back on request, out of rosters and tables."""
        roster = self.roster()
        table = self.write('5b.csv', 'First name,Last name\nAmina,Yusuf\nElif,Yıldız\n')
        for name, arguments in (('Maths 5', [roster, '--only', 'c1']), ('5b', [table])):
            with self.subTest(name):
                self.ctl('import', *arguments)
                if arguments[0] == table:
                    arguments += ['--class', '5b']
                self.delete('Amina', name)
                self.assertEqual(len(self.json('learners', '--class', name)['learners']), 1)
                text = self.ctl('import', *arguments, '--dry-run').stdout
                self.assertIn('x Amina Yusuf', text)
                self.assertIn('--bring-back', text)
                done = self.json('import', *arguments)['files'][0]['classes'][0]
                self.assertEqual((done['n-new'], done['n-back'], done['n-deleted']), (0, 0, 1))
                self.assertEqual([(x['kind'], x['chosen']) for x in done['learners'] if x['display-name'] == 'Amina Yusuf'],
                                 [('deleted', False)])
                self.assertEqual(len(self.json('learners', '--class', name)['learners']), 1)
                self.assertIn('^ Amina Yusuf', self.ctl('import', *arguments, '--bring-back', '--dry-run').stdout)
                self.ctl('import', *arguments, '--bring-back')
                self.assertEqual(len(self.json('learners', '--class', name)['learners']), 2)

    def test_table(self):
        table = self.write('Class 6.csv', 'First,Last,Born\nAmina,Yusuf,1/05/2016\n')
        self.ctl('import', table, '--map', 'First=given-name', '--map', 'Last=family-name', '--map', '3=birth-date',
                 '--month-first')
        shown = self.json('show', 'amina', '--class', 'Class 6')
        self.assertEqual(shown['birth-date'], '2016-01-05')
        self.assertIn('--class', self.ctl('import', table, status=2).stderr)
        self.ctl('import', table, '--class', 'Class 6', '--day-first', '--map', '3=birth-date')
        self.ctl('import', table, '--name', 'Another')
        self.assertEqual(len(self.json('classes')['classes']), 2)
        self.ctl('import', table, '--class', 'Class 6', '--map', 'Nothing=given-name', status=2)
        self.ctl('import', table, '--class', 'Class 6', '--map', 'First=nothing', status=2)
        self.ctl('import', table, '--day-first', '--month-first', status=2)

    def test_table_without_header(self):
        names = self.write('names.txt', 'Amina Yusuf\n"van Dam, Joris"\n')
        self.assertIn('--no-header', self.ctl('import', names, status=65).stderr)
        self.ctl('import', names, '--no-header', '--map', '1=full-name')
        self.assertEqual({x['display-name'] for x in self.json('learners')['learners']}, {'Joris van Dam', 'Amina Yusuf'})

    def test_table_says_which_columns_it_leaves_out(self):
        table = self.write('moodle.csv', 'First name,Last name,Email address,Groups\nAmina,Yusuf,a@example.org,G1\n')
        message = self.json('import', table, '--dry-run')['files'][0]['messages'][0]
        self.assertEqual((message['code'], message['column']), ('unknown-columns', 'Groups'))

    def test_address_and_grade(self):
        """Of a roster and of a table, and out again in the files for other programs."""
        roster = self.roster()
        self.write('roster/users.csv', 'sourcedId,role,givenName,familyName,email,grades\n'
                   'u1,student,Amina,Yusuf,amina@example.org,"03,04"\nu2,student,Elif,Yıldız,,\nu3,student,Joris,van Dam,,\n')
        self.ctl('import', roster, '--only', 'c1')
        shown = self.json('show', 'amina')
        self.assertEqual((shown['email'], shown['grade']), ('amina@example.org', '03, 04'))
        self.assertIn('amina@example.org,"03, 04"', self.ctl('export', '-', '--format', 'csv').stdout)
        self.assertIn('"grade":"03, 04"', self.ctl('export', '-', '--format', 'json').stdout.replace('": "', '":"'))
        table = self.write('clever.csv', 'Student_id,Last_name,First_name,Grade,Student email\n7,Koch,Ben,5,ben@example.org\n')
        self.ctl('import', table)
        shown = self.json('show', 'ben', '--class', 'clever')
        self.assertEqual((shown['email'], shown['grade']), ('ben@example.org', '5'))

    def test_families_of_a_roster(self):
        roster = self.roster()
        users = ('sourcedId,role,givenName,familyName,email,phone,agentSourcedIds\nu1,student,Amina,Yusuf,,,p1\n'
                 'u2,student,Elif,Yıldız,,,\nu3,student,Joris,van Dam,,,\np1,parent,Sara,Yusuf,%s,555 0101,\n'
                 'p2,guardian,Deniz,Yıldız,,555 0102,u2\n')
        self.write('roster/users.csv', users % 'sara@example.org')
        self.assertIn('2 contacts', self.ctl('import', roster, '--only', 'c1', '--dry-run').stdout)
        done = self.json('import', roster, '--only', 'c1')['files'][0]['classes'][0]
        self.assertEqual((done['n-new'], done['n-contacts']), (2, 2))
        self.assertEqual(len(self.json('learners')['learners']), 2)
        contact, = self.json('show', 'amina')['contacts']
        self.assertEqual([contact[x] for x in ('name', 'relation', 'phone', 'email')],
                         ['Sara Yusuf', 'Parent', '555 0101', 'sara@example.org'])
        self.assertEqual(self.json('show', 'elif')['contacts'][0]['relation'], 'Guardian')
        self.write('roster/users.csv', users % 'new@example.org')
        text = self.ctl('import', roster, '--only', 'c1', '--dry-run').stdout
        self.assertIn('contact: “Sara Yusuf, Parent, 555 0101, sara@example.org”', text)
        again = self.json('import', roster, '--only', 'c1')['files'][0]['classes'][0]
        self.assertEqual((again['n-changed'], again['n-same'], again['n-contacts']), (1, 1, 1))
        contact, = self.json('show', 'amina')['contacts']
        self.assertEqual(contact['email'], 'new@example.org')

    def test_test_student_of_canvas(self):
        """Canvas has one in every course; it is left out, and that is said."""
        table = self.write('canvas.csv', 'Student,ID,SIS User ID,SIS Login ID,Section,Essay (1)\n    Points Possible,,,,,10\n'
                           '"Koch, Ben",11,s-1,bkoch,5b,7\n"Student, Test",12,,0123abcd,5b,\n')
        said = self.ctl('import', table)
        self.assertIn('canvas.csv, line 4: This is the test student', said.stderr)
        self.assertEqual([x['display-name'] for x in self.json('learners')['learners']], ['Ben Koch'])

    def test_demographics_of_a_roster(self):
        roster = self.roster()
        self.ctl('import', roster, '--demographics', 'birthDate', status=2)
        self.write('roster/demographics.csv', 'sourcedId,birthDate,sex\nu1,2016-03-14,female\n')
        self.assertIn('birthDate', self.ctl('import', roster, '--demographics', 'shoeSize', status=2).stderr)
        self.ctl('import', roster)
        self.assertNotIn('birth-date', self.json('show', 'amina', '--class', 'Maths 5'))
        done = self.json('import', roster, '--demographics', 'birthdate', '--demographics', 'sex')['files'][0]
        item, = [x for c in done['classes'] for x in c['learners'] if x['display-name'] == 'Amina Yusuf']
        self.assertEqual([(d['field'], d.get('lens'), d['after']) for d in item['differences']],
                         [('birth-date', None, '2016-03-14'), ('lens-values', 'sex', 'female')])
        self.assertEqual(self.json('show', 'amina', '--class', 'Maths 5')['birth-date'], '2016-03-14')
        self.assertIn('sex: female', self.ctl('show', 'amina', '--class', 'Maths 5').stdout)
        self.assertIn('sex:female', self.ctl('export', '-', '--format', 'csv', '--class', 'Maths 5').stdout)
        # what was not asked for is nowhere, and asking again says nothing new
        self.write('roster/demographics.csv', 'sourcedId,birthDate,sex,white\nu1,2016-03-14,male,sometimes\n')
        self.assertIn('lens-values sex: “female” → “male”',
                      self.ctl('import', roster, '--demographics', 'sex', '--only', 'c1', '--dry-run').stdout)
        self.ctl('import', roster, '--demographics', 'sex')
        again = self.json('import', roster, '--demographics', 'SEX')['files'][0]['classes']
        self.assertEqual([c['n-changed'] for c in again], [0, 0])
        self.assertIn('sex: male', self.ctl('show', 'amina', '--class', 'Maths 5').stdout)
        for path in self.data.rglob('*'):
            if path.is_file():
                self.assertNotIn(b'sometimes', path.read_bytes())

    def test_birth_dates_only_on_request(self):
        table = self.write('5b.csv', 'First name,Last name,Date of birth\nAmina,Yusuf,2016-03-14\n')
        message = self.json('import', table)['files'][0]['messages'][0]
        self.assertEqual((message['code'], message['column']), ('unknown-columns', 'Date of birth'))
        for path in self.data.rglob('*'):
            if path.is_file():
                self.assertNotIn(b'2016-03-14', path.read_bytes())
        self.ctl('import', table, '--class', '5b', '--map', 'date of birth=birth-date')
        self.assertEqual(self.json('show', 'amina')['birth-date'], '2016-03-14')
        self.assertIn('2016-03-14', self.ctl('export', '-', '--format', 'csv').stdout)

    def test_json_of_what_was_done_before_a_failure(self):
        table = self.write('first.csv', 'Given name\nAmina\n')
        done = self.ctl('import', '--json', table, self.folder / 'absent.csv', status=2)
        self.assertEqual([len(f.get('classes', [])) for f in json.loads(done.stdout)['files']], [1, 0])
        self.assertEqual(self.ctl('import', '--json', self.folder / 'absent.csv', status=2).stdout, '')

    def test_open_question_names_the_options(self):
        self.write('roster/demographics.csv', 'sourcedId,birthDate\nu1,1/05/2016\n')
        table = self.write('people.csv', 'Name,Born\nAmina Yusuf,1/05/2016\n')
        for arguments in ((self.roster(), '--demographics', 'birthDate'), (table, '--map', 'born=birth-date')):
            self.assertIn('--day-first', self.ctl('import', *arguments, '--dry-run').stderr)
            self.assertNotIn('-first', self.ctl('import', *arguments, '--dry-run', '--month-first').stderr)

    def test_bad_files(self):
        self.ctl('import', self.folder / 'absent.csv', status=2)
        self.ctl('import', self.write('broken.zip', 'PK\3\4 nothing behind it'), status=65)
        self.ctl('import', self.write('empty.csv', ''), status=65)
        self.assertEqual(self.json('classes')['classes'], [])

    def test_hostile_archives(self):
        """A file that is refused is bad data, not a fault of the configuration."""
        link = zipfile.ZipInfo('orgs.csv')
        link.create_system, link.external_attr = 3, 0o120777 << 16
        for entries in ([('../users.csv', 'a,b\n')], [('/etc/users.csv', 'a,b\n')], [(link, '/etc/passwd')],
                        [('users.csv', 'a,b\n'), ('old/Users.csv', 'a,b\n')], [('orgs.csv', 'a,b\n' * 20000000)],
                        [('%d.csv' % i, '') for i in range(1500)]):
            path = self.folder / 'hostile.zip'
            with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
                for name, text in entries:
                    archive.writestr(name, text)
            self.ctl('import', path, status=65)
        os.mkfifo(self.folder / 'pipe')
        self.ctl('import', self.folder / 'pipe', status=65)
        self.assertFalse(self.data.exists())


if __name__ == '__main__':
    unittest.main(verbosity=2)
