#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of build-aux/test counts every result once and lets nothing that did not run pass for a success."""
import json
import os
import subprocess
import tempfile
import unittest

from planted import ROOT


def log(*results):
    """A log as meson writes it: one JSON object in each line."""
    return ''.join(json.dumps({'name': 'test-%d' % i, 'result': result, 'stdout': 'line\nend of %d\n' % i,
                               'duration': 0.5}) + '\n' for i, result in enumerate(results))


class TestReport(unittest.TestCase):
    def report(self, runs, *failed_builds):
        """Exit status and lines for runs: name -> log text, or None for a run that wrote no log."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in runs.items():
                with open(os.path.join(folder, name + '.out'), 'w', encoding='utf-8') as file:
                    file.write('output of ' + name)
                if text is not None:
                    with open(os.path.join(folder, name + '.json'), 'w', encoding='utf-8') as file:
                        file.write(text)
            run = subprocess.run([os.path.join(ROOT, 'build-aux', 'test-report'), folder, *failed_builds],
                                 stdout=subprocess.PIPE, text=True, check=False)
            return run.returncode, run.stdout.splitlines()

    def test_adds_up_all_runs(self):
        status, lines = self.report({'unit': log('OK', 'OK', 'SKIP'), 'ui': log('OK', 'EXPECTEDFAIL')})
        self.assertEqual((status, lines[-1]), (0, '4 passed, 0 failed, 1 skipped'))

    def test_every_other_result_is_a_failure(self):
        for result in ('FAIL', 'TIMEOUT', 'ERROR', 'INTERRUPT', 'UNEXPECTEDPASS'):
            with self.subTest(result=result):
                status, lines = self.report({'unit': log('OK', result)})
                self.assertEqual((status, lines[-1]), (1, '1 passed, 1 failed, 0 skipped'))

    def test_shows_the_end_of_what_a_failed_test_said(self):
        lines = self.report({'unit': log('OK', 'FAIL')})[1]
        self.assertIn('-- unit: test-1: FAIL', lines)
        self.assertIn('end of 1', lines)
        self.assertNotIn('end of 0', lines)

    def test_says_why_a_test_skipped(self):
        self.assertIn('skipped: unit: test-0: end of 0', self.report({'unit': log('SKIP', 'OK')})[1])

    def test_a_run_without_a_log_failed(self):
        status, lines = self.report({'unit': log('OK'), 'ui': None})
        self.assertEqual((status, lines[-1]), (1, '1 passed, 1 failed, 0 skipped'))
        self.assertIn('output of ui', lines)

    def test_a_build_that_failed_counts(self):
        status, lines = self.report({}, '_build-test')
        self.assertEqual((status, lines[-1]), (1, '0 passed, 1 failed, 0 skipped'))

    def test_nothing_at_all_is_no_success(self):
        self.assertEqual(self.report({})[0], 1)

    def test_names_what_tests_of_a_suite_need(self):
        tests = [{'name': 'a', 'suite': ['project:unit'], 'depends': ['a@exe', 'helper@exe']},
                 {'name': 'b', 'suite': ['project:ui'], 'depends': ['b@exe']}]
        targets = [{'id': name + '@exe', 'type': 'executable', 'build_by_default': True, 'filename': ['/b/tests/' + name]}
                   for name in ('a', 'b', 'helper')]
        targets += [{'id': 'schemas', 'type': 'custom', 'build_by_default': True, 'filename': ['/b/data/schemas']},
                    {'id': 'tags', 'type': 'custom', 'build_by_default': False, 'filename': ['/b/tags']}]
        with tempfile.TemporaryDirectory() as folder:
            for name, found in (('tests', tests), ('targets', targets)):
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                    json.dump(found, file)
            with open(os.path.join(folder, 'meson'), 'w', encoding='utf-8') as file:
                file.write('#!/bin/sh\nexec cat "%s/${2#--}"\n' % folder)
            os.chmod(file.name, 0o755)
            run = subprocess.run([os.path.join(ROOT, 'build-aux', 'test-report'), '--targets', '/b', 'unit', 'fuzz'],
                                 stdout=subprocess.PIPE, text=True, check=True,
                                 env={**os.environ, 'PATH': folder + ':' + os.environ['PATH']})
        self.assertEqual(run.stdout.splitlines(), ['tests/a', 'tests/helper', 'data/schemas'])


if __name__ == '__main__':
    unittest.main()
