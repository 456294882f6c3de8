#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files made in the build folder speak the languages of the catalogs.  usage: test-merged.py BUILDDIR"""
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import catalogs
import pofile
import spoken

catalogs.need('localedef')

BUILD = sys.argv.pop()
ID = 'org.example.Personalize'


def translated(language, text):
    """What the catalog of the language says for the text."""
    entries = pofile.load(os.path.join(catalogs.PO, language + '.po'))
    return next(entry.strings[0] for entry in entries if entry.text == text and entry.context is None)


class Merged(unittest.TestCase):
    def test_desktop_entry(self):
        with open(os.path.join(BUILD, 'data', ID + '.desktop'), encoding='utf-8') as file:
            lines = dict(line.strip().split('=', 1) for line in file if '=' in line)
        for language in catalogs.languages():
            for key in ('Comment', 'GenericName', 'Keywords'):
                self.assertEqual(lines['%s[%s]' % (key, language)], translated(language, lines[key]))

    def test_metainfo(self):
        root = ElementTree.parse(os.path.join(BUILD, 'data', ID + '.metainfo.xml')).getroot()
        lang = '{http://www.w3.org/XML/1998/namespace}lang'
        summaries = {node.get(lang): node.text for node in root.findall('summary')}
        for language in catalogs.languages():
            self.assertEqual(summaries[language], translated(language, summaries[None]))

    def test_compiled_catalogs(self):
        for language in catalogs.languages():
            path = os.path.join(BUILD, 'po', language, 'LC_MESSAGES', 'personalize.mo')
            self.assertGreater(os.path.getsize(path), 500)


class Spoken(unittest.TestCase):
    """Texts with and without a number come from the catalog: the two are looked up in different ways."""

    def setUp(self):
        self.locale = tempfile.TemporaryDirectory()
        self.addCleanup(self.locale.cleanup)

    def ctl(self, language, *arguments):
        env = {**os.environ, **spoken.environment(language, self.locale.name),
               'PERSONALIZE_LOCALE_DIR': os.path.join(BUILD, 'po')}
        program = os.path.join(BUILD, 'src', 'cli', 'personalizectl')
        return subprocess.run([program, *arguments], env=env, stdout=subprocess.PIPE, encoding='utf-8', check=True).stdout

    def test_by_the_command_line(self):
        for language in catalogs.languages():
            with self.subTest(language=language), tempfile.TemporaryDirectory() as folder:
                self.assertIn(translated(language, 'Commands:'), self.ctl(language, '--help'))
                made = self.ctl(language, '--data-dir', folder, 'sample', '--learners', '3', '--weeks', '1')
                self.assertNotIn('invented', made)


if __name__ == '__main__':
    unittest.main()
