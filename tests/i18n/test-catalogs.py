#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every catalog of po/LINGUAS is complete, in step with the template, and sound."""
import os
import re
import subprocess
import unittest

import catalogs
import pofile

catalogs.need('msgfmt')

# Tags of i18nspector that are no fault here, and why.
TOLERATED = {
    'date-from-future': 'says something about the clock of the machine, not about the catalog',
    'invalid-last-translator': 'example.org is the address of the project until it has another',
    'invalid-language-team': 'the same',
}


def path_of(language):
    return os.path.join(catalogs.PO, language + '.po')


class Catalogs(unittest.TestCase):
    def test_list_and_files_agree(self):
        found = sorted(name[:-3] for name in os.listdir(catalogs.PO) if name.endswith('.po'))
        self.assertEqual(catalogs.languages(), found)

    def test_are_complete_and_their_formats_fit(self):
        for language in catalogs.languages():
            with self.subTest(language=language):
                run = subprocess.run(['msgfmt', '--check', '--statistics', '-o', os.devnull, path_of(language)],
                                     stderr=subprocess.PIPE, text=True, env={**os.environ, 'LC_ALL': 'C'}, check=False)
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertRegex(run.stderr, r'^\d+ translated messages?\.\n$')

    def test_hold_what_the_template_holds(self):
        template = {entry.key for entry in pofile.load(os.path.join(catalogs.PO, 'personalize.pot'))}
        for language in catalogs.languages():
            with self.subTest(language=language):
                self.assertEqual({entry.key for entry in pofile.load(path_of(language))}, template)

    def test_have_the_plural_forms_of_their_language(self):
        for language in catalogs.languages():
            with self.subTest(language=language):
                entries = pofile.load(path_of(language))
                rule = pofile.header(entries)['Plural-Forms']
                self.assertEqual(rule, catalogs.PLURALS[language])
                forms = int(re.match(r'nplurals=(\d+)', rule).group(1))
                for entry in entries:
                    if entry.plural is not None:
                        self.assertEqual(len(entry.strings), forms, entry.text)

    def test_say_their_language(self):
        for language in catalogs.languages():
            self.assertEqual(pofile.header(pofile.load(path_of(language)))['Language'], language)

    def test_markup_is_balanced_as_in_the_text(self):
        for language in catalogs.languages():
            for entry in pofile.load(path_of(language)):
                tags = sorted(re.findall(r'</?[a-z]+', entry.text))
                for text in entry.strings if entry.text else []:
                    self.assertEqual(sorted(re.findall(r'</?[a-z]+', text)), tags, text)


class Inspected(unittest.TestCase):
    """i18nspector always returns 0: its words are what counts."""

    def test_no_errors_or_warnings(self):
        try:
            out = subprocess.check_output(['i18nspector'] + [path_of(name) for name in catalogs.languages()]
                                          + [os.path.join(catalogs.PO, 'personalize.pot')], text=True)
        except FileNotFoundError:
            self.skipTest('i18nspector is not installed')
        faults = [line for line in out.splitlines()
                  if line[:3] in ('E: ', 'W: ') and line.split(': ', 2)[2].split()[0] not in TOLERATED]
        self.assertEqual(faults, [])


if __name__ == '__main__':
    unittest.main()
