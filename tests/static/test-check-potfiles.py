#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of po/POTFILES.in finds what is missing, what is too much and what is out of order."""
import unittest

from planted import Tree

TEXT = {
    'src/core/a.c': 'x = _("Text");\n',
    'src/core/fields.h': '#define F NC_ ("field", "Name")\n',
    'src/ui/b.ui': '<property name="label" translatable="yes">Text</property>\n',
    'data/x.gschema.xml': '<schemalist/>\n',
    'x.desktop': '[Desktop Entry]\n',
}
SILENT = {
    'src/core/none.c': '/* _("only a comment") */\nfoo_("not the macro");\n',
    'src/ui/none.ui': '<property name="label">x</property>\n',
}
LIST = 'data/x.gschema.xml\nsrc/core/a.c\nsrc/core/fields.h\nsrc/ui/b.ui\nx.desktop\n'


class CheckPotfiles(unittest.TestCase):
    def faults(self, potfiles):
        with Tree({**TEXT, **SILENT, 'po/POTFILES.in': potfiles}) as tree:
            status, lines = tree.run('check-potfiles')
            self.assertEqual(status, 1 if lines else 0)
            return lines

    def test_accepts_the_right_list(self):
        self.assertEqual(self.faults('# comment\n' + LIST), [])

    def test_names_each_missing_file(self):
        for path in TEXT:
            with self.subTest(path=path):
                self.assertEqual(self.faults(LIST.replace(path + '\n', '')),
                                 ['%s: has text for people and is missing in po/POTFILES.in' % path])

    def test_names_files_without_text(self):
        faults = self.faults(LIST.replace('src/ui/b.ui', 'src/core/none.c\nsrc/ui/b.ui').replace(
            'x.desktop', 'src/ui/none.ui\nx.desktop'))
        self.assertEqual(len(faults), 2)
        self.assertIn('src/core/none.c', faults[0])
        self.assertIn('src/ui/none.ui', faults[1])

    def test_wants_the_list_sorted(self):
        faults = self.faults('x.desktop\n' + LIST.replace('x.desktop\n', ''))
        self.assertEqual(len(faults), 1)
        self.assertIn('sorted', faults[0])


if __name__ == '__main__':
    unittest.main()
