#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogs are read as gettext reads them, and written so that gettext reads them back."""
import os
import tempfile
import unittest

import catalogs  # noqa: F401  (finds pofile)
import pofile

TEXT = r'''# Comment
msgid ""
msgstr ""
"Language: de\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#. Translators: a name
#: src/a.c
#, fuzzy, c-format
#| msgid "Old %s"
msgctxt "a \"b\""
msgid "Two\n"
"lines\\ %s"
msgstr "Zwei\n"
"Zeilen\\ %s"

msgid "one"
msgid_plural "%d"
msgstr[0] "eins"
msgstr[1] "%d\t"

#~ msgid "gone"
#~ msgstr "weg"
'''


class PoFile(unittest.TestCase):
    def setUp(self):
        self.entries = pofile.parse(TEXT.splitlines())

    def test_reads_every_field(self):
        head, two, one = self.entries
        self.assertEqual(pofile.header(self.entries),
                         {'Language': 'de', 'Plural-Forms': 'nplurals=2; plural=(n != 1);'})
        self.assertEqual(head.comments, ['# Comment'])
        self.assertEqual(two.key, ('a "b"', 'Two\nlines\\ %s', None))
        self.assertEqual(two.strings, ['Zwei\nZeilen\\ %s'])
        self.assertEqual(two.flags, {'fuzzy', 'c-format'})
        self.assertIn('#. Translators: a name', two.comments)
        self.assertEqual(one.key, (None, 'one', '%d'))
        self.assertEqual(one.strings, ['eins', '%d\t'])

    def test_what_is_written_reads_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'x.po')
            pofile.save(self.entries, path)
            again = pofile.load(path)
        self.assertEqual([(e.key, e.strings, e.flags, e.comments) for e in again],
                         [(e.key, e.strings, e.flags, e.comments) for e in self.entries])

    def test_refuses_what_is_no_catalog(self):
        with self.assertRaises(ValueError):
            pofile.parse(['hello'])


if __name__ == '__main__':
    unittest.main()
