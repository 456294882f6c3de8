#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the sources finds each fault it is there for, and nothing else."""
import unittest

from planted import Tree

SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'
GOOD = {
    'src/core/a.c': '/* ' + SPDX + ' */\n',
    'src/ui/a.ui': '<?xml version="1.0"?>\n<!-- ' + SPDX + ' -->\n',
    'build-aux/run': '#!/bin/sh\n# ' + SPDX + '\necho run\n',
    'build-aux/check': '#!/usr/bin/python3\n# ' + SPDX + '\nprint(1)\n',
    'README.md': 'Look into /usr/share/doc and https://example.org/home/page/ for more.\n',
    '.ci/run': '#!/bin/sh\n# ' + SPDX + '\ncd ..' + '/shared/data\n',
}
# texts to translate that are whole, however they are written
WHOLE = [
    '_("one text")', '_ ("one "\n   "text")', 'C_("goal", "text")', 'ngettext ("%u goal", "%u goals", n)', '_(x ? "a" : "b")',
    'g_dngettext (GETTEXT_PACKAGE, "%u goal",\n  /* a name in between */ "%u goals", n)', 'g_strdup_printf ("%" G_GUINT64_FORMAT, n)',
    '_("a \\"name\\" in it")', 'N_("text")', 'call (_("text"), NAME "text")', '_(name)', 'a_("text" NAME)',
]
# the same with a macro in them, which a translator would never see
BROKEN = [
    '_("%" G_GUINT64_FORMAT)', '_(NAME "text")', '_ ("one "\n   NAME\n   " text")', 'C_("goal", "a" NAME "b")',
    'ngettext ("%" G_GSIZE_FORMAT " goal", "goals", n)', 'ngettext ("goal", "%" G_GSIZE_FORMAT " goals", n)',
    'N_("a" NAME)', 'NC_("goal", NAME "b")', 'g_dngettext (GETTEXT_PACKAGE, "a" NAME, "b", n)', '_("text" /* and */ NAME)',
    'g_strdup_printf (_("%1$s: %2$" PRIu64), a, b)',
]
# pieces are put together here, else this file would be found itself
BAD = [
    ('src/core/a.c', 'int a;\n', 'licence'),
    ('src/ui/a.ui', '<interface/>\n', 'licence'),
    ('build-aux/run', '#!/bin/sh\n# ' + SPDX + '\nif true; then\n', 'syntax'),
    ('build-aux/check', '#!/usr/bin/python3\n# ' + SPDX + '\nprint(\n', 'syntax'),
    ('src/core/a.c', '/* ' + SPDX + ' */\n' + '\n' * 500, 'length'),
    ('src/core/a.c', '/* ' + SPDX + ' */\n/* TO' + 'DO */\n', 'promises'),
    ('README.md', 'It lies in /ro' + 'ot/personalize/ now.\n', 'paths'),
    ('README.md', '`/ho' + 'me/ann/personalize/x`\n', 'paths'),
    ('README.md', 'See ..' + '/shared/data\n', 'paths'),
]


class CheckSources(unittest.TestCase):
    def test_accepts_good_files(self):
        with Tree(GOOD) as tree:
            self.assertEqual(tree.run('check-sources'), (0, []))

    def test_names_each_fault(self):
        for path, text, answer in BAD:
            with self.subTest(path=path, answer=answer), Tree({**GOOD, path: text}) as tree:
                status, lines = tree.run('check-sources')
                self.assertEqual(status, 1)
                self.assertEqual(len(lines), 1, lines)
                self.assertTrue(lines[0].startswith(path + ':'), lines[0])
                self.assertIn(' %s: ' % answer, lines[0])

    def test_whole_texts_may_be_translated(self):
        for call in WHOLE:
            with self.subTest(call=call), Tree({**GOOD, 'src/core/a.c': '/* %s */\n%s;\n' % (SPDX, call)}) as tree:
                self.assertEqual(tree.run('check-sources'), (0, []))

    def test_texts_put_together_with_a_macro_are_named(self):
        for call in BROKEN:
            with self.subTest(call=call), Tree({**GOOD, 'src/core/a.c': '/* %s */\n\n%s;\n' % (SPDX, call)}) as tree:
                status, lines = tree.run('check-sources')
                self.assertEqual(status, 1)
                self.assertEqual(len(lines), 1, lines)
                self.assertTrue(lines[0].startswith('src/core/a.c:3: texts: '), lines[0])

    def test_leaves_build_folders_alone(self):
        with Tree({**GOOD, '_build/a.c': 'int a;\n'}) as tree:
            self.assertEqual(tree.run('check-sources'), (0, []))


if __name__ == '__main__':
    unittest.main()
