#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/personalize.pot holds exactly the texts the sources hold now. When this fails: build-aux/update-po."""
import os
import subprocess
import tempfile
import unittest

import catalogs
import pofile

catalogs.need('xgettext')


class Template(unittest.TestCase):
    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'now.pot')
            subprocess.check_call([os.path.join(catalogs.BUILD_AUX, 'update-po'), '-t', path])
            self.now = {entry.key: entry for entry in pofile.load(path)}
        self.kept = {entry.key: entry for entry in pofile.load(os.path.join(catalogs.PO, 'personalize.pot'))}

    def test_holds_every_text_of_the_sources(self):
        self.assertEqual([key for key in self.now if key not in self.kept], [])

    def test_holds_no_text_that_is_gone(self):
        self.assertEqual([key for key in self.kept if key not in self.now], [])

    def test_knows_which_texts_are_formats(self):
        for key, entry in self.now.items():
            if key in self.kept:
                self.assertEqual(entry.flags, self.kept[key].flags, key)

    def test_translators_are_told_about_each_directive(self):
        """Every text with a %s has a comment for translators: they do not see what is put there."""
        for entry in self.now.values():
            if '%s' in entry.text or '$s' in entry.text:
                comments = [line for line in entry.comments if line.startswith('#. Translators')]
                self.assertTrue(comments, 'no "Translators:" comment at: ' + entry.text)


if __name__ == '__main__':
    unittest.main()
