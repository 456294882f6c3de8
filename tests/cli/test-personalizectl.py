#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What personalizectl prints and how it ends, command by command.

environment: PERSONALIZECTL, the program; MANPAGE, its manual page
"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

PROGRAM = os.environ['PERSONALIZECTL']
COMMANDS = ('sample', 'classes', 'learners', 'show', 'import', 'export', 'check-in', 'check')
DAY = '2026-11-23'
MARK = '[another learner]'


def run(*arguments, env=None, stdout=subprocess.PIPE, **more):
    environment = dict(os.environ, LANGUAGE='C', **(env or {}))
    return subprocess.run([PROGRAM, *map(str, arguments)], stdout=stdout, stderr=subprocess.PIPE, env=environment,
                          encoding='utf-8', check=False, timeout=120, **more)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='personalize-test-'))
        self.data = self.folder / 'data'
        self.addCleanup(self.remove)

    def remove(self):
        for path in [self.folder, *self.folder.rglob('*')]:
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(self.folder)

    def ctl(self, *arguments, status=0, **more):
        done = run('--data-dir', self.data, *arguments, **more)
        self.assertEqual(done.returncode, status, '%s\n%s%s' % (arguments, done.stdout, done.stderr))
        if status != 0 and status != 1:
            self.assertRegex(done.stderr, '(?m)^personalizectl: ')
        return done

    def json(self, *arguments, **more):
        return json.loads(self.ctl('--json', *arguments, **more).stdout)

    def sample(self, *arguments):
        return self.json('sample', '--today', DAY, *arguments)

    def any_learner(self, made):
        """Path of a document that does not belong to the learner who sorts first."""
        return sorted((pathlib.Path(made['path']) / 'learners').iterdir())[0]


class Options(Case):
    def test_version_and_help(self):
        self.assertRegex(run('--version').stdout, r'^personalizectl \d+\.\d+\.\d+\n$')
        overview = run('--help')
        self.assertEqual((overview.returncode, overview.stderr), (0, ''))
        for command in COMMANDS:
            self.assertIn('\n  %s ' % command, overview.stdout)
            one = run(command, '--help')
            self.assertEqual((one.returncode, one.stderr), (0, ''))
            self.assertIn('personalizectl [OPTION…] %s' % command, one.stdout)
            self.assertEqual(run(command, '-h').stdout, one.stdout)

    def test_every_option_stands_in_the_manual_page(self):
        page = pathlib.Path(os.environ['MANPAGE']).read_text(encoding='utf-8').replace('\\-', '-')
        sections = dict(re.findall(r'^\.SS ([\w-]+)[^\n]*\n(.*?)(?=^\.S[SH] )', page, re.M | re.S))
        general = page[page.index('.SH GLOBAL OPTIONS'):page.index('.SH COMMANDS')]
        self.assertEqual(set(sections), set(COMMANDS))
        for command in COMMANDS:
            options = re.findall(r'^ .*?(--[a-z-]+)', run(command, '--help').stdout, re.M)
            self.assertGreaterEqual(len(options), 5)
            for option in options:
                self.assertTrue(re.search(r'%s[ \n]' % option, general + sections[command]), '%s %s' % (command, option))

    def test_usage_errors(self):
        for arguments in ([], ['nonsense'], ['classes', '--nonsense'], ['--nonsense'], ['show'], ['show', 'a', 'b'],
                          ['export'], ['import'], ['sample', '--learners', 'many'], ['sample', '--learners', '0'],
                          ['sample', '--learners', '-1'], ['sample', '--goals', '13'], ['sample', '--today', '2026-13-01'],
                          ['sample', '--today', 'tomorrow'], ['classes', '--data-dir', ''], ['check-in'], ['check-in', 'a'],
                          ['check-in', 'a', 'b', '--minutes', '-1'], ['check-in', 'a', 'b', '--minutes', 'ten'],
                          ['check-in', 'a', 'b', '--kind', 'party'], ['check-in', 'a', 'b', '--date', 'today']):
            with self.subTest(arguments):
                self.assertEqual(self.ctl(*arguments, status=2).stdout, '')

    def test_options_before_and_behind_the_command(self):
        self.sample()
        before = run('--data-dir', self.data, '--json', 'learners')
        behind = run('learners', '--data-dir=%s' % self.data, '--json')
        self.assertEqual((before.returncode, before.stdout), (behind.returncode, behind.stdout))

    def test_data_dir_of_the_environment(self):
        self.sample('--learners', 2)
        done = run('classes', '--json', env={'PERSONALIZE_DATA_DIR': str(self.data)})
        self.assertEqual(len(json.loads(done.stdout)['classes']), 1)

    def test_result_that_cannot_be_printed(self):
        self.sample('--learners', 2)
        with open('/dev/full', 'w', encoding='utf-8') as full:
            self.ctl('learners', stdout=full, status=73)


class Sample(Case):
    def test_says_what_was_made(self):
        done = self.ctl('sample', '--learners', 3, '--name', 'Class 7 Ä')
        self.assertIn('“Class 7 Ä”', done.stdout)
        self.assertIn('3', done.stdout)
        self.assertEqual(done.stderr, '')

    def test_same_bytes_and_refused_twice(self):
        made = self.sample('--learners', 4, '--seed', 5)
        path = pathlib.Path(made['path'])
        self.assertEqual((made['n-learners'], path.name), (4, made['id']))
        first = {p.name: p.read_bytes() for p in path.glob('*/*.json') if p.parent.name in ('learners', 'activities')}
        self.ctl('sample', '--learners', 4, '--seed', 5, '--today', DAY, status=73)
        shutil.rmtree(path)
        self.sample('--learners', 4, '--seed', 5)
        second = {p.name: p.read_bytes() for p in path.glob('*/*.json') if p.parent.name in ('learners', 'activities')}
        self.assertEqual(first, second)
        self.assertGreater(len(first), 10)

    def test_modes_whatever_the_umask(self):
        made = self.json('sample', '--learners', 2, umask=0)
        for path in [pathlib.Path(made['path']), *pathlib.Path(made['path']).rglob('*')]:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_interrupted_leaves_nothing(self):
        done = subprocess.Popen([PROGRAM, '--data-dir', str(self.data), 'sample', '--learners', '100000'],
                                stderr=subprocess.PIPE, encoding='utf-8')
        while not list(self.data.glob('.sample-*/classrooms/*/learners/*.json')):
            time.sleep(0.01)
        done.send_signal(signal.SIGINT)
        message = done.communicate(timeout=60)[1]
        self.assertEqual(done.returncode, 75, message)
        self.assertEqual(list(self.data.iterdir()), [])


class Lists(Case):
    def test_nothing_there(self):
        self.assertEqual(self.json('classes'), {'classes': []})
        self.assertEqual(self.ctl('classes').stdout, '')
        self.assertEqual(self.json('check'), {'classes': []})
        self.ctl('learners', status=2)

    def test_classes(self):
        made = self.sample('--learners', 3, '--name', 'First')
        self.sample('--learners', 2, '--name', 'Second')
        listed = self.json('classes')['classes']
        self.assertEqual([(c['name'], c['n-learners'], c['deleted']) for c in listed],
                         [('First', 3, False), ('Second', 2, False)])
        self.assertEqual((listed[0]['id'], listed[0]['path']), (made['id'], made['path']))
        self.assertIn(made['id'], self.ctl('classes').stdout)
        self.assertEqual(len(self.json('classes', '--deleted')['classes']), 2)

    def test_which_class(self):
        first = self.sample('--learners', 3, '--name', 'First')
        self.sample('--learners', 2, '--name', 'Second')
        error = self.ctl('learners', status=2).stderr
        self.assertIn('First', error)
        self.assertIn('Second', error)
        for name in ('First', 'fir', first['id']):
            self.assertEqual(self.json('learners', '--class', name)['class'], first['id'])
        self.assertIn('Third', self.ctl('learners', '--class', 'Third', status=2).stderr)

    def test_learners(self):
        self.sample()
        learners = self.json('learners')['learners']
        self.assertEqual(len(learners), 28)
        for learner in learners:
            self.assertTrue(learner['given-name'])
            self.assertIn(learner['given-name'], learner['display-name'])
            self.assertGreaterEqual(learner['n-goals'], learner['n-active-goals'])
            self.assertFalse(learner['deleted'] or learner['damaged'] or learner['archived'])
        self.assertTrue(any('last-check-in' in x for x in learners))
        table = self.ctl('learners').stdout.splitlines()
        self.assertEqual(len(table), 29)
        self.assertEqual(self.json('learners', '--deleted')['learners'], [])
        self.assertEqual(self.json('learners', '--archived')['learners'], [])

    def test_search(self):
        self.ctl('import', self.write('people.csv', 'Given name,Family name\nChloé,Dubois\nŽofie,Nováková\nSøren,Kjær\n'))
        for typed, found in (('chloe', 1), ('DUB', 1), ('nova zof', 1), ('o', 3), ('xyz', 0)):
            self.assertEqual(len(self.json('learners', '--search', typed)['learners']), found, typed)
        done = self.ctl('learners', '--search', 'xyz')
        self.assertEqual(done.stdout, '')
        self.assertNotEqual(done.stderr, '')

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def test_locale_c(self):
        self.ctl('import', self.write('people.csv', 'Given name,Family name\nChloé,Dubois\nჯუმბერ,ბერიძე\n'))
        env = {'LC_ALL': 'C'}
        self.assertIn('Chloé', self.ctl('learners', env=env).stdout)
        self.assertIn('ჯუმბერ', self.ctl('show', 'ჯუმბერ', env=env).stdout)
        self.assertEqual(self.json('learners', env=env), self.json('learners'))


class Show(Case):
    def setUp(self):
        super().setUp()
        table = self.folder / 'people.csv'
        table.write_text('Given name,Family name,Strengths\nAmina,Yusuf,Drawing; Maps\nAmina,Yusufi,\nElif,Yıldız,\n'
                         'Eve\x1b[2J,Long,\n', encoding='utf-8')
        self.ctl('import', table)

    def test_by_id_name_and_part(self):
        learner = self.json('learners', '--search', 'elif')['learners'][0]
        for typed in (learner['id'], 'Elif Yıldız', 'elif', 'yildiz'):
            self.assertEqual(self.json('show', typed)['id'], learner['id'], typed)
        shown = self.json('show', 'Amina Yusuf')
        self.assertEqual((shown['family-name'], shown['strengths']), ('Yusuf', ['Drawing', 'Maps']))

    def test_ambiguous_and_unknown(self):
        error = self.ctl('show', 'amina', status=2).stderr
        self.assertIn('Amina Yusuf\n', error)
        self.assertIn('Amina Yusufi', error)
        self.assertIn('Nobody', self.ctl('show', 'Nobody', status=2).stderr)
        self.ctl('show', '', status=2)

    def test_text(self):
        text = self.ctl('show', 'Amina Yusuf').stdout
        self.assertIn('Drawing; Maps', text)

    def test_names_do_not_steer_the_terminal(self):
        for arguments in (('learners',), ('show', 'long')):
            self.assertNotIn('\x1b', self.ctl(*arguments).stdout)

    def test_all_of_a_sample_learner(self):
        made = self.sample()
        learner = max(self.json('learners', '--class', made['id'])['learners'], key=lambda x: x['n-measurements'])
        shown = self.json('show', learner['id'], '--class', made['id'])
        self.assertEqual(len(shown['measurements']), learner['n-measurements'])
        self.assertEqual(len(shown['goals']), learner['n-goals'])
        text = self.ctl('show', learner['id'], '--class', made['id']).stdout
        self.assertIn(shown['goals'][0]['title'], text)


class CheckIn(Case):
    def setUp(self):
        super().setUp()
        (self.folder / 'people.csv').write_text('Given name,Family name\nAmina,Yusuf\nElif,Yıldız\n', encoding='utf-8')
        self.ctl('import', self.folder / 'people.csv')

    def test_kept_as_typed(self):
        made = self.json('check-in', 'amina', 'Chose a new book', '--minutes', 6, '--kind', 'observation', '--date', DAY)
        kept = self.json('show', 'amina')['check-ins']
        self.assertEqual(len(kept), 1)
        for name, value in (('date', DAY), ('kind', 'observation'), ('minutes', 6), ('text', 'Chose a new book')):
            self.assertEqual((made[name], kept[0][name]), (value, value))
        self.assertEqual((made['id'], made['learner']), (kept[0]['id'], self.json('show', 'amina')['id']))
        self.assertEqual(self.json('learners', '--search', 'amina')['learners'][0]['last-check-in'], DAY)

    def test_one_to_one_today_when_nothing_is_said(self):
        made = self.json('check-in', 'elif', 'Tired')
        self.assertEqual((made['kind'], made['date'], 'minutes' in made),
                         ('one-to-one', time.strftime('%Y-%m-%d'), False))
        self.assertIn('Elif Yıldız', self.ctl('check-in', 'elif', 'Rested').stdout)

    def test_nothing_is_kept_of_what_is_refused(self):
        self.ctl('check-in', 'amina', ' ', status=65)
        self.ctl('check-in', 'amina', 'x' * 20001, status=65)
        self.ctl('check-in', 'nobody', 'Tired', status=2)
        self.ctl('check-in', 'amina', 'Tired\x1b[2J', status=65)
        self.assertNotIn('check-ins', self.json('show', 'amina'))

    def test_newest_entries_stand_in_what_is_shown(self):
        self.ctl('check-in', 'amina', 'Older', '--date', '2026-11-02')
        self.ctl('check-in', 'amina', 'Newer', '--date', DAY)
        text = self.ctl('show', 'amina').stdout
        self.assertLess(text.index('%s  Newer' % DAY), text.index('2026-11-02  Older'))


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
        self.ctl('import', roster, '--map', '1=given-name', status=2)

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

    def test_bad_files(self):
        self.ctl('import', self.folder / 'absent.csv', status=2)
        self.ctl('import', self.write('broken.zip', 'PK\3\4 nothing behind it'), status=65)
        self.ctl('import', self.write('empty.csv', ''), status=65)
        self.assertEqual(self.json('classes')['classes'], [])


class Export(Case):
    def setUp(self):
        super().setUp()
        self.made = self.sample()
        self.file = self.folder / 'out'

    def test_table(self):
        self.ctl('export', self.file.with_suffix('.csv'))
        text = self.file.with_suffix('.csv').read_text(encoding='utf-8-sig')
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual(len(rows), 28)
        self.assertEqual({r['id'] for r in rows}, {x['id'] for x in self.json('learners')['learners']})
        self.assertTrue(any('; ' in r['strengths'] for r in rows))
        self.assertEqual(self.ctl('export', '-', '--format', 'csv').stdout.lstrip('\ufeff').replace('\r\n', '\n'),
                         text.replace('\r\n', '\n'))

    def test_class(self):
        done = self.json('export', self.file, '--format', 'json')
        self.assertEqual(done['bytes'], self.file.stat().st_size)
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        whole = json.loads(self.file.read_text(encoding='utf-8'))
        self.assertEqual((len(whole['learners']), whole['class']['name']), (28, self.made['name']))
        self.assertGreater(len(whole['activities']), 40)

    def test_learner_names_nobody_else(self):
        learners = self.json('learners')['learners']
        marks = 0
        for learner in learners[:10]:
            text = self.ctl('export', '-', '--format', 'json', '--learner', learner['id']).stdout
            marks += text.count(MARK)
            self.assertEqual(json.loads(text)['learner']['id'], learner['id'])
            for other in learners:
                if other['id'] != learner['id']:
                    self.assertNotIn(other['id'], text)
        self.assertGreater(marks, 0)

    def test_never_over_a_file(self):
        self.file.write_text('mine', encoding='utf-8')
        error = self.ctl('export', self.file, '--format', 'csv', status=73).stderr
        self.assertIn('--force', error)
        self.assertEqual(self.file.read_text(encoding='utf-8'), 'mine')
        self.ctl('export', self.file, '--format', 'csv', '--force')
        self.assertNotEqual(self.file.read_text(encoding='utf-8'), 'mine')

    def test_usage(self):
        for arguments in ([self.file], [self.file, '--format', 'xml'], ['x.csv', '--learner', 'a'],
                          ['x.csv', '--with-private-notes'], ['x.json', '--learner', 'Nobody at all']):
            self.ctl('export', *arguments, status=2)
        self.ctl('export', self.folder / 'absent' / 'x.csv', status=73)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ['data'])

    def test_private_notes(self):
        learner = self.any_learner(self.made)
        text = learner.read_text(encoding='utf-8')
        learner.write_text(text.replace(' "given-name"', ' "private-notes":"For my eyes",\n "given-name"', 1), encoding='utf-8')
        plain = self.ctl('export', '-', '--format', 'json').stdout
        self.assertNotIn('For my eyes', plain)
        self.assertIn('For my eyes', self.ctl('export', '-', '--format', 'json', '--with-private-notes').stdout)


class Damage(Case):
    def setUp(self):
        super().setUp()
        self.made = self.sample('--learners', 5)
        self.path = pathlib.Path(self.made['path'])

    def test_all_is_well(self):
        self.assertIn('all is well', self.ctl('check').stdout)
        checked = self.json('check', '--class', self.made['id'])['classes']
        self.assertEqual(checked, [{'id': self.made['id'], 'name': self.made['name'], 'findings': []}])

    def test_damaged_learner(self):
        learner = self.any_learner(self.made)
        whole = learner.read_bytes()
        learner.write_bytes(whole[:len(whole) // 2])
        findings = self.json('check', status=1)['classes'][0]['findings']
        found = [f for f in findings if learner.name in f['document']]
        self.assertEqual(len(found), 1, findings)
        self.assertIn(found[0]['kind'], ('damage', 'problem'))
        self.assertTrue(found[0]['text'] and found[0]['advice'])
        self.assertIn('→', self.ctl('check', status=1).stdout)

        listed = self.ctl('learners', '--json', status=1)
        self.assertEqual([x['damaged'] for x in json.loads(listed.stdout)['learners']].count(True), 1)
        self.assertIn('check', listed.stderr)
        self.ctl('show', learner.stem, status=65)
        self.ctl('export', self.folder / 'x.csv', status=65)
        self.assertEqual(learner.read_bytes(), whole[:len(whole) // 2])

    def test_damaged_class_does_not_hide_the_others(self):
        self.sample('--learners', 2, '--name', 'Healthy')
        (self.path / 'classroom.json').write_text('{', encoding='utf-8')
        listed = self.json('classes', status=1)['classes']
        self.assertEqual(sorted('problem' in c for c in listed), [False, True])
        self.ctl('learners', '--class', self.made['id'], status=65)
        self.assertEqual(len(self.json('learners', '--class', 'Healthy')['learners']), 2)
        self.assertEqual(len(self.json('check', status=1)['classes']), 2)

    def test_newer_format(self):
        own = self.path / 'classroom.json'
        own.write_text(own.read_text(encoding='utf-8').replace('"version":1', '"version":2', 1), encoding='utf-8')
        done = run('--data-dir', self.data, 'learners')
        self.assertIn(done.returncode, (0, 65), done.stderr)
        self.assertEqual(run('--data-dir', self.data, 'check').returncode, 1)
        self.assertIn('"version":2', own.read_text(encoding='utf-8'))

    def test_read_only_data(self):
        nobody = {}
        if os.geteuid() == 0:
            # rights mean nothing to root
            nobody = {'user': 65534, 'group': 65534, 'extra_groups': []}
            for path in [self.folder, *self.folder.rglob('*')]:
                os.chown(path, 65534, 65534)
            try:
                run('--version', **nobody)
            except PermissionError:
                self.skipTest('the program lies where only root can run it')
        for path in [self.data, *self.data.rglob('*')]:
            if path.is_dir():
                path.chmod(0o500)
        self.assertEqual(len(self.json('learners', **nobody)['learners']), 5)
        self.assertEqual(self.json('check', **nobody)['classes'][0]['id'], self.made['id'])
        self.ctl('sample', '--learners', 2, '--name', 'Another', status=73, **nobody)

    def test_data_dir_that_cannot_be(self):
        blocked = self.folder / 'file'
        blocked.write_text('', encoding='utf-8')
        self.data = blocked / 'below'
        self.ctl('sample', '--learners', 2, status=73)
        self.assertEqual(blocked.read_text(encoding='utf-8'), '')


if __name__ == '__main__':
    unittest.main(verbosity=2)
