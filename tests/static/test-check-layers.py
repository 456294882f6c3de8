#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the layers finds each kind of arrow that points the wrong way, and nothing else."""
import subprocess
import unittest

from planted import Tree

GOOD = {
    'src/core/pz-error.h': '#include <glib.h>\n',
    'src/core/json/pz-json.h': '#include "pz-error.h"\n',
    'src/core/model/pz-record.h': '#include "pz-json.h"\n',
    'src/core/store/pz-store.h': '#include "pz-record.h"\n#include "config.h"\n',
    'src/core/grouping/pz-search.h': '#include "pz-record.h"\n',
    'src/core/exchange/pz-csv.h': '#include "pz-store.h"\n#include "pz-search.h"\n',
    'src/sync/pz-remote.h': '#include "pz-csv.h"\n#include <libsoup/soup.h>\n',
    'src/report/pz-page.h': '#include "pz-store.h"\n#include <cairo.h>\n',
    'src/ui/widgets/pz-chip.h': '#include "pz-page.h"\n#include "pz-remote.h"\n#include <gtk/gtk.h>\n',
    'src/cli/pz-cmd-show.c': '#include "pz-page.h"\n#include "pz-remote.h"\n',
}

# file, the line added to it, a word of the answer
BAD = [
    ('src/core/pz-error.h', '#include "pz-json.h"', 'core may not know core/json'),
    ('src/core/json/pz-json.h', '#include "pz-record.h"', 'core/json may not know core/model'),
    ('src/core/model/pz-record.h', '#include "store/pz-store.h"', 'core/model may not know core/store'),
    ('src/core/store/pz-store.h', '#include "pz-search.h"', 'core/store may not know core/grouping'),
    ('src/core/grouping/pz-search.h', '#include "pz-store.h"', 'core/grouping may not know core/store'),
    ('src/core/store/pz-store.h', '#include "pz-csv.h"', 'core/store may not know core/exchange'),
    ('src/core/exchange/pz-csv.h', '#include "pz-remote.h"', 'core/exchange may not know sync'),
    ('src/report/pz-page.h', '#include "pz-remote.h"', 'report may not know sync'),
    ('src/sync/pz-remote.h', '#include "../report/pz-page.h"', 'sync may not know report'),
    ('src/cli/pz-cmd-show.c', '  #  include "pz-chip.h"', 'cli may not know ui'),
    ('src/core/store/pz-store.h', '#include <gtk/gtk.h>', 'core/store may not use GTK'),
    ('src/report/pz-page.h', '#include <adwaita.h>', 'report may not use GTK'),
    ('src/cli/pz-cmd-show.c', '#include <gdk/gdk.h>', 'cli may not use GTK'),
    ('src/sync/pz-remote.h', '#include <gtk/gtk.h>', 'sync may not use GTK'),
    ('src/ui/widgets/pz-chip.h', '#include <libsoup/soup.h>', 'ui may not use the network'),
    ('src/core/pz-error.h', '#include <sodium.h>', 'core may not use encryption'),
]


class CheckLayers(unittest.TestCase):
    def test_accepts_every_arrow_of_the_design(self):
        with Tree(GOOD) as tree:
            self.assertEqual(tree.run('check-layers'), (0, []))

    def test_names_each_wrong_arrow_with_its_line(self):
        for path, line, answer in BAD:
            with self.subTest(path=path, line=line), Tree(GOOD) as tree:
                tree.write(path, GOOD[path] + line + '\n')
                status, lines = tree.run('check-layers')
                self.assertEqual(status, 1)
                self.assertEqual(len(lines), 1)
                self.assertIn(answer, lines[0])
                self.assertTrue(lines[0].startswith('%s:%d: ' % (path, GOOD[path].count('\n') + 1)), lines[0])

    def test_names_a_folder_without_a_place(self):
        with Tree({**GOOD, 'src/misc/pz-x.c': ''}) as tree:
            status, lines = tree.run('check-layers')
            self.assertEqual((status, len(lines)), (1, 1))
            self.assertIn('src/misc/pz-x.c', lines[0])

    def test_names_two_headers_of_one_name(self):
        with Tree({**GOOD, 'src/ui/pz-error.h': ''}) as tree:
            status, lines = tree.run('check-layers')
            self.assertEqual(status, 1)
            self.assertIn('src/ui/pz-error.h', lines[0])

    def test_fails_on_a_tree_without_sources(self):
        with Tree({'README.md': ''}) as tree:
            self.assertEqual(tree.run('check-layers')[0], 1)

    def test_finds_gtk_in_a_program(self):
        with Tree({**GOOD, 'main.c': 'extern void gtk_init (void);\nvoid gtk_init (void) {}\n'
                                     'int main (void) { gtk_init (); return 0; }\n'}) as tree:
            program = tree.folder.name + '/program'
            subprocess.check_call(['cc', '-o', program, tree.folder.name + '/main.c'])
            status, lines = tree.run('check-layers', '--program', program)
            self.assertEqual(status, 1)
            self.assertIn('uses gtk_init', lines[0])

    def test_accepts_a_program_without_gtk(self):
        with Tree({**GOOD, 'main.c': 'int main (void) { return 0; }\n'}) as tree:
            program = tree.folder.name + '/program'
            subprocess.check_call(['cc', '-o', program, tree.folder.name + '/main.c'])
            self.assertEqual(tree.run('check-layers', '--program', program), (0, []))


if __name__ == '__main__':
    unittest.main()
