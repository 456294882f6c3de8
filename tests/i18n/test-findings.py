#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences that say what was found (context "finding") name no cause: two things went together, nobody proved why."""
import os
import re
import subprocess
import tempfile
import unittest

import catalogs
import pofile

catalogs.need('xgettext')

FORBIDDEN = re.compile(r'\b(caus(e|es|ed|ing)|because of|prov(e|es|ed|en)|works?|effective(ly)?|due to|impacts? of'
                       r'|thanks to|leads? to|led to)\b', re.IGNORECASE)


class Findings(unittest.TestCase):
    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'now.pot')
            subprocess.check_call([os.path.join(catalogs.BUILD_AUX, 'update-po'), '-t', path])
            self.findings = [entry for entry in pofile.load(path) if entry.key[0] == 'finding']

    def test_are_there(self):
        self.assertGreater(len(self.findings), 20)

    def test_name_no_cause(self):
        for entry in self.findings:
            self.assertIsNone(FORBIDDEN.search(entry.text), entry.text)

    def test_words_are_found_when_they_are_there(self):
        for text in ('Cards caused the growth', 'This PROVES it', 'It works', 'Due to the app', 'The impact of cards'):
            self.assertIsNotNone(FORBIDDEN.search(text), text)
        for text in ('Keep going', 'a network', 'improved'):
            self.assertIsNone(FORBIDDEN.search(text), text)


if __name__ == '__main__':
    unittest.main()
