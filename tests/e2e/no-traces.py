#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing a teacher wrote is left where it does not belong.

Every text field of a class is filled with a word that occurs nowhere else. Both programs then do what they do, with
every message of the libraries switched on; afterwards none of the words may stand in what they logged, in a title of a
window, in the name of a file, in the list of recent files, in settings or in any other file outside of the class.
"""
import glob
import json
import os
import re
import subprocess
import unittest

import flow

# what a log line of GLib looks like; what a person asked for is on the output as well, and is no log
LOG_LINE = re.compile(r'-(?:DEBUG|INFO|WARNING|CRITICAL|Message)(?: \*\*)?: |\*\* (?:Message|INFO):|^\(.*:\d+\): ')
MARK = re.compile(r'mk[0-9]{5}q', re.IGNORECASE)
SCHEMA = os.path.join(flow.ROOT, 'src', 'core', 'model', 'pz-schema-fields.h')
# texts that mean something to the program: marked ones would turn a field, a filter or the trash on
MEANING = {'deleted', 'fields-on', 'lens-values', 'sourced-id'}


def text_fields():
    """{record name: ({name of a single text field}, {name of a set of texts})}, and {list name: record name}"""
    with open(SCHEMA, encoding='utf-8') as file:
        source = file.read().replace('\\\n', ' ')
    records = dict(re.findall(r'R \((\w+), \w+, "([\w-]+)"', source))
    lists = {name: record for record, name in re.findall(r'R \(\w+, \w+, "([\w-]+)", "([\w-]+)"', source)}
    found = {}
    for symbol, body in re.findall(r'#define PZ_(\w+)_FIELDS\(F\)(.*?)(?=#define|\Z)', source, re.DOTALL):
        fields = re.findall(r'F \(\w+, "([\w-]+)", (?:LONG_)?TEXT, ([\w |]+),', body)
        found[records[symbol]] = ({name for name, flags in fields if 'SET' not in flags} - MEANING,
                                  {name for name, flags in fields if 'SET' in flags} - MEANING)
    return found, lists


class NoTraces(flow.FlowCase):
    def setUp(self):
        super().setUp()
        self.fields, self.lists = text_fields()
        self.n_marks = 0
        self.environment = {**self.environment, 'G_MESSAGES_DEBUG': 'all', 'GSETTINGS_BACKEND': 'keyfile'}
        self.sample(3, name='Class 5b')
        self.folder_of_class = self.class_folders()[0]
        self.mark_class()
        self.logs = []

    def mark(self):
        self.n_marks += 1
        return 'Mk%05dq' % self.n_marks

    def fill(self, record, name):
        singles, sets = self.fields[name]
        record.update({field: self.mark() for field in singles})
        record.update({field: sorted([self.mark(), self.mark()]) for field in sets})

    def mark_document(self, path, owner):
        with open(path, encoding='utf-8') as file:
            document = json.load(file)
        document.pop('stamps', None)    # they name what stands in sets
        self.fill(document[owner], owner)
        for member, name in self.lists.items():
            for record in document.get(member, []):
                self.fill(record, name)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(document, file)
        return document

    def mark_class(self):
        paths = glob.glob(os.path.join(self.folder_of_class, 'learners', '*.json'))
        self.learners = [self.mark_document(path, 'learner') for path in sorted(paths)]
        self.mark_document(os.path.join(self.folder_of_class, 'classroom.json'), 'classroom')
        for path in glob.glob(os.path.join(self.folder_of_class, 'activities', '*.json')):
            self.mark_document(path, 'activity')
        for path in glob.glob(os.path.join(self.folder_of_class, 'history', '*')):
            os.unlink(path)
        os.unlink(os.path.join(self.folder_of_class, 'cache', 'index.json'))
        self.assertGreater(self.n_marks, 60)

    # ---- what must stay clean ----

    def assert_clean(self, text, where):
        self.assertIsNone(MARK.search(text), '%s: %s' % (where, text[:2000] if MARK.search(text) else ''))

    def assert_log_clean(self, output, where):
        for line in output.splitlines():
            if LOG_LINE.search(line):
                self.assert_clean(line, where)

    def check_files(self):
        """Names of all files below the data, and names and contents of all files of the home."""
        for folder, folders, names in os.walk(self.data):
            for name in folders + names:
                self.assert_clean(name, 'a file name below ' + folder)
        for folder, _, names in os.walk(os.environ['HOME']):
            for name in names:
                path = os.path.join(folder, name)
                self.assert_clean(name, 'a file name below ' + folder)
                with open(path, 'rb') as file:
                    self.assert_clean(file.read().decode('utf-8', 'replace'), path)

    def run_logged(self, *arguments):
        done = subprocess.run([flow.CTL, *arguments], env={**os.environ, **self.environment}, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors='replace', check=False)
        self.assert_log_clean(done.stdout, ' '.join(arguments))
        return done

    def open_window(self, *arguments):
        log = os.path.join(self.folder, 'log-%d' % len(self.logs))
        self.logs.append(log)
        with open(log, 'w', encoding='utf-8') as file:
            process = subprocess.Popen([flow.PROGRAM, *arguments], stdout=file, stderr=subprocess.STDOUT,
                                       env={**os.environ, **self.environment})
        app = flow.Window(flow.find_application('personalize'), process)
        self.addCleanup(app.close)
        return app

    def check_titles(self, app):
        for window in app.find_all('window'):
            self.assert_clean(flow.name_of(window), 'the name of a window')
        if not flow.has_tool('xdotool'):
            return
        found = subprocess.run(['xdotool', 'search', '--pid', str(app.process.pid)], stdout=subprocess.PIPE, text=True,
                               stderr=subprocess.DEVNULL, check=False)
        for window in found.stdout.split():
            title = subprocess.run(['xdotool', 'getwindowname', window], stdout=subprocess.PIPE, text=True,
                                   stderr=subprocess.DEVNULL, check=False)
            self.assert_clean(title.stdout, 'the title of a window')

    def check_logs(self):
        for log in self.logs:
            with open(log, encoding='utf-8', errors='replace') as file:
                text = file.read()
            self.assertIn('DEBUG', text)        # else nothing was looked at
            self.assert_clean(text, 'what the window wrote')

    # ---- the flows ----

    def test_the_window(self):
        app = self.open_window()
        learner = self.learners[0]['learner']
        name = learner['preferred-name']
        app.open_learner(name)
        self.check_titles(app)
        app.edit('Pronouns', self.mark())
        app.wait_saved()
        app.search(name[:4])
        app.search('')
        app.run_action('win.undo')
        app.run_action('win.redo')
        app.run_action('win.delete-learner')
        app.says('moved to the deleted')
        self.check_titles(app)
        app.run_action('win.undo')
        app.wait_saved()
        app.open_learner(self.learners[1]['learner']['preferred-name'])
        self.check_titles(app)
        self.close(app)
        self.check_logs()
        self.check_files()

    def test_windows_of_the_window(self):
        """History, trash and check have titles of their own."""
        app = self.open_window()
        app.open_learner(self.learners[0]['learner']['preferred-name'])
        app.edit('Given name', self.mark())
        for action, text in (('win.show-history', 'Given name'), ('win.show-trash', 'The trash is empty'),
                             ('win.check-class', 'Check of the class')):
            app.run_action(action)
            app.says(text)
            self.check_titles(app)
            app.click(app.find_all('window')[-1], 'window.close')
        self.close(app)
        self.check_logs()
        self.check_files()

    def test_an_import_and_a_damaged_file(self):
        path = os.path.join(self.folder, 'roster.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Given name,Family name,Birth date\n%s,%s,99.99.9999\n,,\n' % (self.mark(), self.mark()))
        damaged = os.path.join(self.folder_of_class, 'learners', self.learners[2]['id'] + '.json')
        with open(damaged, 'w', encoding='utf-8') as file:
            file.write('{"format":"personalize-learner","version":1,"id":"%s","rev":1,"learner":{"given-name":"%s",}'
                       % (self.learners[2]['id'], self.mark()))
        app = self.open_window(path)
        app.says('What the columns mean')
        self.check_titles(app)
        self.close(app)
        self.check_logs()
        self.check_files()

    def test_the_command_line(self):
        learner = self.learners[0]['learner']
        roster = os.path.join(self.folder, 'roster.csv')
        with open(roster, 'w', encoding='utf-8') as file:
            file.write('Given name,Family name,Birth date\n%s,%s,99.99.9999\n' % (self.mark(), self.mark()))
        out = os.path.join(self.folder, 'out')
        this = ['--class', os.path.basename(self.folder_of_class)]
        for arguments in (['classes'], ['learners'], ['learners', '--search', learner['given-name']],
                          ['learners', '--json'], ['show', learner['preferred-name']], ['show', 'nobody of this name'],
                          ['import', roster, '--dry-run'], ['import', roster], ['import', '/nowhere/roster.csv'],
                          ['export', out + '.csv', '--format', 'csv'], ['export', out + '.json', '--format', 'json'],
                          ['check']):
            done = self.run_logged(*this, *arguments)
            if arguments[0] == 'export':
                self.assertEqual(done.returncode, 0, done.stdout[-2000:])
        self.check_files()

    def test_the_test_can_fail(self):
        """A word in a log line, a name or a settings file is seen."""
        for text in ('(personalize:12): pz-ui-DEBUG: 10:00:00.000: opened Mk00001q', '** Message: mk00001Q'):
            with self.assertRaises(AssertionError):
                self.assert_log_clean(text, 'here')
        path = os.path.join(os.environ['HOME'], 'trace')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Mk00001q')
        try:
            with self.assertRaises(AssertionError):
                self.check_files()
        finally:
            os.unlink(path)


if __name__ == '__main__':
    unittest.TestCase.maxDiff = None
    flow.run()
