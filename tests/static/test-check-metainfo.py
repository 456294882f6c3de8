#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the metainfo notices each thing that is taken away from our own file."""
import os
import subprocess
import tempfile
import unittest

from planted import ROOT

CHECK = os.path.join(ROOT, 'build-aux', 'check-metainfo')
with open(os.path.join(ROOT, 'data', 'org.example.Personalize.metainfo.xml'), encoding='utf-8') as file:
    GOOD = file.read()
VERSION = GOOD.split('<release version="', 1)[1].split('"', 1)[0]

# what is replaced, by what, a word of the answer
BAD = [
    ('<name>Personalize</name>', '<name>Personalize for Schools</name>', 'the name'),
    ('<summary>', '<summary>The best way to ', 'the summary'),
    ('<p>', '<p>' + 'many words ' * 50, 'the description'),
    ('<url type="help">', '<url type="donation">', 'no url of type help'),
    ('<caption>', '<x>', 'caption'),
    ('scheme_preference="dark"', '', 'a colour'),
    ('oars-1.1', 'oars-1.0', 'content rating'),
    ('>360<', '>800<', '360'),
    ('<release version="', '<release version="9', 'the first release'),
]


class CheckMetainfo(unittest.TestCase):
    def run_on(self, text):
        with tempfile.NamedTemporaryFile('w', suffix='.xml', encoding='utf-8') as file:
            file.write(text)
            file.flush()
            run = subprocess.run([CHECK, file.name, VERSION], stdout=subprocess.PIPE, text=True, check=False)
            return run.returncode, run.stdout

    def test_accepts_our_own(self):
        self.assertEqual(self.run_on(GOOD), (0, ''))

    def test_notices_each_loss(self):
        for old, new, answer in BAD:
            with self.subTest(old=old):
                text = GOOD.replace(old, new, 1)
                self.assertNotEqual(text, GOOD)
                if '<x>' in new:
                    text = text.replace('</caption>', '</x>', 1)
                status, out = self.run_on(text)
                self.assertEqual(status, 1)
                self.assertIn(answer, out)


if __name__ == '__main__':
    unittest.main()
