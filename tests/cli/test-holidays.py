#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holidays of a calendar become closed days of a class by personalizectl import.

environment: PERSONALIZECTL, the program
"""
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ['PERSONALIZECTL']
YEAR = datetime.date.today().year


def event(*lines):
    return '\r\n'.join(('BEGIN:VEVENT',) + lines + ('END:VEVENT', ''))


def calendar(*events):
    return 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n' + ''.join(events) + 'END:VCALENDAR\r\n'


# the days around Wednesday, the 1st of July of a year are no weekend in any year
SCHOOL = calendar(
    event('DTSTART;VALUE=DATE:%d0701' % YEAR, 'DTEND;VALUE=DATE:%d0713' % YEAR, 'SUMMARY:Summer\\, at last'),
    event('DTSTART:%d0302T180000' % YEAR, 'DTEND:%d0302T200000' % YEAR, 'SUMMARY:Evening'),
    event('DTSTART;VALUE=DATE:%d0101' % YEAR, 'DTEND;VALUE=DATE:%d1231' % YEAR, 'SUMMARY:The year'),
    event('SUMMARY:Some day'))


class Holidays(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='personalize-test-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.path = self.write('holidays.ics', SCHOOL)
        made = self.json('sample', '--learners', '2', '--name', '5b')
        self.class_file = pathlib.Path(made['path']) / 'classroom.json'

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def ctl(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, '--data-dir', str(self.folder / 'data'), *map(str, arguments)],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', check=False, timeout=60,
                              env=dict(os.environ, LANGUAGE='C'))
        self.assertEqual(done.returncode, status, '%s\n%s%s' % (arguments, done.stdout, done.stderr))
        return done

    def json(self, *arguments):
        return json.loads(self.ctl('--json', *arguments).stdout)

    def closed_days(self):
        return json.loads(self.class_file.read_text(encoding='utf-8'))['classroom'].get('closed-days', [])

    def test_dry_run_says_and_writes_nothing(self):
        before = self.class_file.read_bytes()
        done = self.ctl('import', self.path, '--class', '5b', '--dry-run')
        self.assertIn('5b: 1 new holiday\n', done.stdout)
        self.assertIn('  + %d-07-01/%d-07-12  Summer, at last' % (YEAR, YEAR), done.stdout)
        self.assertRegex(done.stdout, r'\? %d-03-02 +Evening' % YEAR)
        self.assertIn('dry run', done.stderr)
        self.assertEqual(self.class_file.read_bytes(), before)

    def test_closes_days_once(self):
        before = self.closed_days()
        span = '%d-07-01/%d-07-12' % (YEAR, YEAR)
        report = self.json('import', self.path, '--class', '5b')['files'][0]['calendar']
        self.assertEqual((report['name'], report['n-new'], report['n-events']), ('5b', 1, 4))
        self.assertEqual((report['n-too-long'], report['n-unread']), (1, 1))
        self.assertEqual([(h['summary'], h['chosen']) for h in report['holidays']],
                         [('Evening', False), ('Summer, at last', True)])
        self.assertEqual(set(self.closed_days()) - set(before), {span})
        after = self.class_file.read_bytes()
        report = self.json('import', self.path)['files'][0]['calendar']
        self.assertEqual(report['n-new'], 0)
        self.assertTrue(report['holidays'][1]['known'])
        self.assertEqual(self.class_file.read_bytes(), after)

    def test_what_is_no_calendar(self):
        before = self.class_file.read_bytes()
        done = self.ctl('import', self.write('people.ICS', 'name\nNoor\n'), status=65)
        self.assertIn('people.ICS', done.stderr)
        self.assertIn('not a calendar', done.stderr)
        self.ctl('import', self.folder / 'gone.ics', status=2)
        self.ctl('import', self.path, '--class', '9z', status=2)
        self.assertEqual(self.class_file.read_bytes(), before)

    def test_options_that_do_not_fit(self):
        before = self.class_file.read_bytes()
        for options in (['--map', '1=full-name'], ['--only', '5b'], ['--archive-gone'], ['--day-first'], ['--name', 'X']):
            with self.subTest(options):
                self.assertIn(options[0], self.ctl('import', self.path, *options, status=2).stderr)
        self.assertEqual(self.class_file.read_bytes(), before)


if __name__ == '__main__':
    unittest.main()
