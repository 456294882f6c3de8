#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pseudo-locale changes every letter that may change and nothing a program or a key depends on."""
import importlib.machinery
import importlib.util
import os
import subprocess
import tempfile
import unittest

import catalogs
import spoken

catalogs.need('msgfmt', 'gettext', 'localedef')
SCRIPT = os.path.join(catalogs.BUILD_AUX, 'pseudo-locale')
loader = importlib.machinery.SourceFileLoader('pseudo_locale', SCRIPT)
pseudo_locale = importlib.util.module_from_spec(importlib.util.spec_from_loader('pseudo_locale', loader))
loader.exec_module(pseudo_locale)

POT = r'''msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#, c-format
msgid "One learner"
msgid_plural "%d learners"
msgstr[0] ""
msgstr[1] ""

#, c-format
msgctxt "greeting"
msgid "%1$s wrote \"%2$s\"\n"
msgstr ""
'''


class PseudoText(unittest.TestCase):
    def test_letters_change_and_text_grows(self):
        text = pseudo_locale.pseudo('Save everything')
        self.assertNotIn('Save', text)
        self.assertGreaterEqual(len(text), 1.4 * len('Save everything'))
        self.assertTrue(text.startswith('[') and text.endswith(']'))

    def test_what_programs_read_stays(self):
        for kept in ('%s', '%1$s', '%-5d', '%.1f', '%lu', '%%', '%<PRIu64>', '%OB', '<b>', '</b>',
                     '&amp;', '{name}', '$file', '_S'):
            with self.subTest(kept=kept):
                self.assertIn(kept, pseudo_locale.pseudo('Every %s here' % kept))

    def test_line_breaks_at_the_ends_stay_there(self):
        text = pseudo_locale.pseudo('\nSave\n')
        self.assertTrue(text.startswith('\n[') and text.endswith(']\n'))

    def test_nothing_stays_nothing(self):
        self.assertEqual(pseudo_locale.pseudo(''), '')

    def test_a_list_keeps_its_separators(self):
        self.assertEqual(pseudo_locale.pseudo_list('a;b;').count(';'), 2)


class PseudoCatalog(unittest.TestCase):
    def make(self, *arguments):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        subprocess.check_call([SCRIPT, *arguments, folder.name])
        return folder.name

    def ask(self, folder, *words):
        environment = {**os.environ, **spoken.environment('en_XA', folder), 'TEXTDOMAINDIR': folder}
        return subprocess.check_output(list(words), text=True, env=environment)

    def test_gettext_finds_our_texts(self):
        answer = self.ask(self.make(), 'gettext', 'personalize', 'Hide names')
        self.assertEqual(answer, pseudo_locale.pseudo('Hide names'))

    def test_plural_forms_and_contexts(self):
        with tempfile.NamedTemporaryFile('w', suffix='.pot', encoding='utf-8') as file:
            file.write(POT)
            file.flush()
            folder = self.make('--pot', file.name)
        many = self.ask(folder, 'ngettext', 'personalize', 'One learner', '%d learners', '5')
        self.assertEqual(many, pseudo_locale.pseudo('%d learners'))
        words = self.ask(folder, 'gettext', '-c', 'greeting', '-e', 'personalize', '%1$s wrote "%2$s"\\n')
        self.assertEqual(words, pseudo_locale.pseudo('%1$s wrote "%2$s"\n'))


if __name__ == '__main__':
    unittest.main()
