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
import time
import unittest

from ctl import DAY, PROGRAM, Case, run

COMMANDS = ('sample', 'classes', 'learners', 'show', 'import', 'frameworks', 'export', 'check-in', 'record', 'progress',
            'group', 'analyse', 'sync', 'check')
MARK = '[another learner]'


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
