#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the .ui files accepts a template of ours and refuses one whose structure is wrong."""
import sys
import unittest

from planted import Tree

GOOD = '''<?xml version="1.0" encoding="UTF-8"?>
<interface>
  <template class="PzRow" parent="AdwActionRow">
    <property name="title" translatable="yes">Hello</property>
    <child><object class="GtkButton"><accessibility><property name="label">Undo</property></accessibility></object></child>
  </template>
</interface>
'''
# the schema is lax about names: whether classes and properties exist is tested by making the widgets
BAD = [
    (' name="title"', ''),
    (' class="GtkButton"', ''),
    (' class="PzRow"', ''),
    ('</interface>', ''),
]


class CheckUi(unittest.TestCase):
    def run_on(self, text):
        with Tree({'src/ui/pz-row.ui': text, 'data/README': ''}) as tree:
            return tree.run('check-ui')

    def test_accepts_a_template(self):
        status, lines = self.run_on(GOOD)
        if status == 77:
            print(lines[0])
            sys.exit(77)
        self.assertEqual((status, lines), (0, []))

    def test_refuses_each_fault(self):
        if self.run_on(GOOD)[0] == 77:
            self.skipTest('xmllint is not installed')
        for old, new in BAD:
            with self.subTest(old=old, new=new):
                text = GOOD.replace(old, new, 1)
                self.assertNotEqual(text, GOOD)
                status, lines = self.run_on(text)
                self.assertEqual(status, 1, lines)
                self.assertIn('pz-row.ui', '\n'.join(lines))


if __name__ == '__main__':
    unittest.main()
