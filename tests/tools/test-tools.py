#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools that run, look at and drive a program do what they say.  usage: test-tools.py MIN_GTK UNNAMED_BUTTON STACKED"""
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
STACKED = os.path.abspath(sys.argv.pop())
UNNAMED_BUTTON = os.path.abspath(sys.argv.pop())
MIN_GTK = os.path.abspath(sys.argv.pop())
FLOW = '''
import sys
sys.path.insert(0, %r)
from e2e import App, Failure
with App.launch([%r], 'min-gtk') as app:
    app.find('label', 'Hello')
    try:
        app.find('button', 'Nobody', timeout=0.2)
        sys.exit(3)
    except Failure:
        pass
    assert app.close() == 0
'''
# what a program tells of its tree at once, and what it answers when it is asked; the second time, all was asked for before
TREE = '''
import sys
sys.path.insert(0, %r)
import tree
from e2e import App
PLACES = {'told': tree.CACHE[0], 'asked': '/nowhere'}

def seen(way):
    tree.CACHE = PLACES[way], tree.CACHE[1]
    parts = tree.read(app.node, ('name', 'description', 'states'), {'list item'})
    return [(part.reference, part.parent and part.parent.reference, part.role, part.name, part.description, part.states)
            for part in parts]

with App.launch([%r], 'stacked') as app:
    button = app.find('button', 'Add')
    for label in 'Before', 'After':
        app.wait(lambda: label in [part[3] for part in seen('told')])
        app.wait(lambda: seen('told') == seen('asked'))
        assert len([part for part in seen('told') if part[2] == 'list item']) >= 3
        app.click(button)
    assert tree.read(app.node)[-1].node() is not None
'''

# a picture taken here and one taken by a program that others wrote
PICTURE = '''
import subprocess
import sys
sys.path.insert(0, %r)
import screen
from e2e import App

def output(*words):
    return subprocess.run(words, stdout=subprocess.PIPE, text=True).stdout

def is_the_same():
    taken = screen.take(window)
    taken.save('taken.png')
    subprocess.run(['import', '-window', window, 'png24:imported.png'], check=True)
    shades = output('identify', '-format', '%%k', 'taken.png')
    return (int(shades) == taken.n_shades() > 8 and screen.size_of(window) == (taken.width, taken.height)
            and subprocess.run(['compare', '-metric', 'AE', 'taken.png', 'imported.png', 'null:']).returncode == 0)

with App.launch([%r], 'min-gtk') as app:
    app.find('label', 'Hello')
    window = app.wait(lambda: output('xdotool', 'search', '--onlyvisible', '--pid', str(app.process.pid)).split())[-1]
    app.wait(is_the_same)
'''


def run(*words):
    """(exit status, output); a missing tool skips the test that asked."""
    # the extents of GTK 4.8 on the accessibility bus print a warning
    environment = {key: value for key, value in os.environ.items() if key != 'G_DEBUG'}
    # the two windows have no memory of their own; listing window actions leaks inside of GTK 4.8
    environment['ASAN_OPTIONS'] = 'detect_leaks=0'
    done = subprocess.run([os.path.join(HERE, words[0]), *words[1:]], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors='replace', env=environment, check=False)
    if done.returncode == 77:
        raise unittest.SkipTest(done.stdout.strip())
    return done.returncode, done.stdout


def size_of(png):
    with open(png, 'rb') as file:
        return struct.unpack('>II', file.read(24)[16:])


class Tools(unittest.TestCase):
    def test_xrun_gives_a_private_home_and_the_status_of_the_command(self):
        status, out = run('xrun', 'sh', '-c', 'echo "home=$HOME $XDG_DATA_HOME $GSETTINGS_BACKEND"; exit 5')
        self.assertEqual(status, 5)
        # the bus may be in the middle of a line of its own
        home, data, backend = re.search('home=(.*) (.*) (.*)\n', out).groups()
        self.assertTrue(data.startswith(home))
        self.assertNotEqual(home, os.environ.get('HOME'))
        self.assertFalse(os.path.exists(home))
        self.assertEqual(backend, 'memory')

    def test_winshot_takes_a_picture_of_the_size(self):
        with tempfile.TemporaryDirectory() as folder:
            png = os.path.join(folder, 'x.png')
            status, out = run('xrun', os.path.join(HERE, 'winshot'), png, '400x300', MIN_GTK)
            self.assertEqual(status, 0, out)
            self.assertEqual(size_of(png), (400, 300))

    def test_winshot_fails_when_the_window_does_not_fit(self):
        with tempfile.TemporaryDirectory() as folder:
            status, out = run('xrun', os.path.join(HERE, 'winshot'), os.path.join(folder, 'x.png'), '20x20', MIN_GTK)
            self.assertEqual(status, 1, out)
            self.assertIn('does not fit', out)

    def test_walk_accepts_a_window_without_faults(self):
        status, out = run('xrun', os.path.join(HERE, 'a11y_walk.py'), 'min-gtk', MIN_GTK)
        self.assertEqual(status, 0, out)
        self.assertIn('faults=0', out)

    def test_walk_finds_a_button_without_a_name(self):
        status, out = run('xrun', os.path.join(HERE, 'a11y_walk.py'), 'unnamed-button', UNNAMED_BUTTON)
        self.assertEqual(status, 1, out)
        # GTK 4.8 passes the class of the picture off as the name
        self.assertRegex(out, '(UNNAMED|"GtkImage"): .*button at ')

    def test_flow_on_x11(self):
        status, out = run('xrun', '/usr/bin/python3', '-c', FLOW % (HERE, MIN_GTK))
        self.assertEqual(status, 0, out)

    def test_a_picture_is_taken_as_it_is_shown(self):
        if not all(map(shutil.which, ('xdotool', 'import', 'identify', 'compare'))):
            self.skipTest('xdotool or ImageMagick is not installed')
        with tempfile.TemporaryDirectory() as folder:
            status, out = run('xrun', 'sh', '-c', 'cd "$0" && exec "$@"', folder, '/usr/bin/python3', '-c', PICTURE % (HERE, MIN_GTK))
            self.assertEqual(status, 0, out)

    def test_a_tree_is_told_as_it_is_asked_for(self):
        status, out = run('xrun', '/usr/bin/python3', '-c', TREE % (HERE, STACKED))
        self.assertEqual(status, 0, out)

    def test_flow_on_wayland(self):
        status, out = run('wlrun', '/usr/bin/python3', '-c', FLOW % (HERE, MIN_GTK))
        self.assertEqual(status, 0, out)


if __name__ == '__main__':
    unittest.main()
