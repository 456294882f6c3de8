#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the flows share: a folder of their own, the two programs, and steps a teacher takes in the window.

A flow is a file with one or more FlowCase classes and ends in `run ()`. meson starts it inside xrun as
    FLOW PERSONALIZE PERSONALIZECTL
Things are found by role and accessible name, as a screen reader finds them, never by their place.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time  # noqa: F401
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'tools'))
# a warning is fatal to the programs under test, not to the bus this process listens on
FATAL = os.environ.pop('G_DEBUG', '')
from e2e import (NOISE, ROLES, App, Atspi, Failure, GLib, actions_of, children_of, find_application,  # noqa: E402,F401
                 has_state, name_of, plain_name, role_of, wait_for)
import spoken  # noqa: E402
import tree  # noqa: E402

PROGRAM = CTL = CATALOGS = None     # set by run ()
LIST = 'Learners'
SEARCH = 'Search learners'
SAVED = 'Saved'
LEAVES = {'label', 'image', 'separator', 'scroll bar', 'status bar'}    # nothing is looked for below these


def has_tool(name):
    return shutil.which(name) is not None


def nodes_of(node):
    """The tree below a node, itself first. Each question to a node costs a message, so leaves are not asked more."""
    yield node
    if role_of(node) in LEAVES:
        return
    for child in children_of(node):
        yield from nodes_of(child)


def parts_of(node, *questions):
    """The same tree read at once, with answers to questions (see tree.py); much quicker, but as it was at that moment."""
    return tree.read(node, questions, LEAVES)


def word_of(part):
    """The name of a part, which must have been asked for; see e2e.name_of."""
    name = plain_name(part.name)
    if not name and (part.role == 'status bar' or part.role.endswith('menu item')):
        node = part.node()
        return name_of(node) if node is not None else ''
    return name


def deeds_of(part):
    """The actions of a part, which must have been asked for, without those every label carries."""
    return [action for action in part.actions if not action.startswith(NOISE)]


def parts_like(node, role=None, name=None):
    """The parts below node with a role and a name; None is any."""
    roles = ROLES.get(role, {role})
    return [part for part in parts_of(node, *([] if name is None else ['name']))
            if (role is None or part.role in roles) and (name is None or word_of(part) == name)]


class Window(App):
    """The application with words for what a teacher does."""

    def __init__(self, node, process=None):
        super().__init__(node, process)
        self.known = {}         # (role, name) -> where it was found last

    def is_still(self, node, role, name):
        part = tree.part_of(node)
        tree.ask([part], ('role', 'name', 'actions'))
        # a menu button is two buttons of one name, of which one can be clicked
        return part.role in ROLES.get(role, {role}) and word_of(part) == name and (role != 'button' or bool(deeds_of(part)))

    def find_all(self, role=None, name=None, inside=None):
        nodes = [part.node() for part in parts_like(inside or self.node, role, name)]
        return [node for node in nodes if node is not None]

    def find_first(self, role, name, inside):
        known = self.known.get((role, name)) if inside is None else None
        if known is not None and self.is_still(known, role, name):
            return known
        for part in parts_like(inside or self.node, role, name):
            node = part.node()
            if node is not None and self.is_still(node, role, name):
                if inside is None:
                    self.known[role, name] = node
                return node
        return None

    def focused(self):
        return [(part.role, word_of(part)) for part in parts_of(self.node, 'name', 'states')
                if part.has(Atspi.StateType.FOCUSED)]

    def find(self, role, name, inside=None, timeout=8.0):
        """As App.find, but quick; when it is not there, what is on the screen instead is told."""
        try:
            return wait_for(lambda: self.find_first(role, name, inside), timeout, '%s "%s"' % (role, name))
        except Failure as failure:
            raise Failure('%s; there are: %s' % (failure, '; '.join(self.texts()))) from None

    def texts(self):
        """Every name of the tree once, in its order."""
        names = [word_of(part) for part in parts_of(self.node, 'name')]
        return list(dict.fromkeys(name for name in names if name and not name.startswith(('Gtk', 'Adw', 'Pz'))))

    def says(self, text, timeout=8.0):
        """Wait until some label, status or title holds text; return the whole."""
        try:
            return wait_for(lambda: next((name for name in self.texts() if text in name), None), timeout, '"%s"' % text)
        except Failure as failure:
            raise Failure('%s; there are: %s' % (failure, '; '.join(self.texts()))) from None

    def says_not(self, text, timeout=8.0):
        wait_for(lambda: not any(text in name for name in self.texts()), timeout, '"%s" to go away' % text)

    def learners(self, timeout=8.0):
        """The names in the list, which may take so long to come: rows are called "Name, what is known of them"."""
        return [name_of(row).split(', ')[0] for row in self.rows(self.find('list', LIST, timeout=timeout))]

    def wait_learners(self, names, timeout=8.0):
        """Wait until the list shows exactly these, in any order."""
        def same():
            return sorted(self.learners(timeout)) == sorted(names)
        try:
            wait_for(same, timeout, 'the learners %s' % names)
        except Failure as failure:
            raise Failure('%s; there are %s' % (failure, self.learners())) from None

    def wait_saved(self, timeout=8.0):
        self.find('status bar', SAVED, timeout=timeout)

    def search(self, text):
        self.set_text(self.find('entry', SEARCH), text)

    def open_learner(self, name):
        """Select this row and no other; returns the field of its page with the given name."""
        learners = self.find('list', LIST)
        self.click(learners, 'list.unselect-all')
        self.select_row(learners, name)
        self.run_action('win.edit-names')       # opens the row that holds them
        return self.find('text', 'Given name')

    def edit(self, field, text):
        """Type into a field of the page and leave it alone, as after a pause."""
        self.set_text(self.find('text', field), text)

    def value(self, field):
        return self.text(self.find('text', field))

    def wait_value(self, field, text):
        wait_for(lambda: self.value(field) == text, 8.0, '%s to be "%s"' % (field, text))

    def top_windows(self):
        """The windows of the application, without the dialogs that newer libadwaita shows within one."""
        return children_of(self.node)

    def action_is_on(self, action):
        return any(action in actions_of(window) for window in self.top_windows())

    def run_action(self, action):
        """As App.run_action; most actions are those of a window, for which nothing needs to be searched."""
        window = next((top for top in self.top_windows() if action in actions_of(top)), None)
        if window is None:
            super().run_action(action)
        else:
            self.click(window, action)

    def make_class(self, name, learners):
        """New Class, typed: a name and one learner a line."""
        self.run_action('win.new-class')
        self.set_text(self.find('text', 'Name of the class'), name)
        self.set_text(self.find('text', 'Names, typed or pasted'), '\n'.join(learners))
        self.click(self.find('button', 'Make Class'))
        self.wait_learners(learners)


class FlowCase(unittest.TestCase):
    """A test with a data folder of its own; every program it starts must end by itself with status 0."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='personalize-e2e.')
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.data = os.path.join(self.folder, 'data')
        self.environment = {'PERSONALIZE_DATA_DIR': self.data, 'G_DEBUG': FATAL}

    def spoken(self, language):
        """The environment of a program that speaks language from our own catalogs."""
        if not has_tool('localedef'):
            self.skipTest('localedef is not installed')
        return {'PERSONALIZE_LOCALE_DIR': CATALOGS, **spoken.environment(language, self.folder)}

    def start(self, *arguments, **environment):
        """The window; closed at the end of the test at the latest."""
        app = Window.launch([PROGRAM, *arguments], 'personalize', env={**self.environment, **environment})
        self.addCleanup(app.close)
        return app

    def close(self, app):
        self.assertEqual(app.close(), 0, 'the application did not end as it should')

    def run_ctl(self, *arguments):
        """(exit status, output and errors)"""
        done = subprocess.run([CTL, *arguments], env={**os.environ, **self.environment}, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors='replace', check=False)
        return done.returncode, done.stdout

    def ctl(self, *arguments):
        """The output of personalizectl, which must be content."""
        status, output = self.run_ctl(*arguments)
        self.assertEqual(status, 0, output)
        return output

    def sample(self, learners=6, **options):
        """A sample class; its name."""
        words = [word for key, value in options.items() for word in ('--' + key, str(value))]
        self.ctl('sample', '--learners', str(learners), '--weeks', '4', '--today', '2026-11-20', *words)
        return options.get('name', '')

    def class_of(self, name, *learners):
        """A class made beside the window: learners are "Given Family"."""
        path = os.path.join(self.folder, 'learners.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Given name,Family name\n' + ''.join(','.join(who.split()) + '\n' for who in learners))
        self.ctl('import', '--name', name, path)

    def differ(self, learner, field, text):
        """Another device wrote text into a field of a learner, too, as a synchronisation leaves it."""
        subprocess.run([os.environ['DIFFER'], self.class_folders()[0], 'learners/%s.json' % learner, '-', field, text, '1000'],
                       check=True)

    def differ_somewhere(self):
        """Some values of the class wait for a decision."""
        first, *_, last = sorted(self.files())
        self.differ(first, 'notes', 'Sits near the window')
        self.differ(first, 'notes', 'Sits near the door, away from the window')
        self.differ(last, 'family-name', 'Another <b>name</b> & more')

    def class_folders(self):
        return sorted(glob.glob(os.path.join(self.data, 'classrooms', '*')))

    def files(self, folder=None):
        """The learners of a class as they are on the disk: {id: dict of the file}."""
        found = {}
        for path in glob.glob(os.path.join(folder or self.class_folders()[0], 'learners', '*.json')):
            with open(path, encoding='utf-8') as file:
                found[os.path.basename(path)[:-len('.json')]] = json.load(file)
        return found

    def names_on_disk(self, folder=None):
        """Given names of all learners, those in the trash too, sorted."""
        return sorted(file['learner'].get('given-name', '') for file in self.files(folder).values())

    def wait_on_disk(self, predicate, what):
        wait_for(predicate, 8.0, what)


def run():
    """Run the tests of the calling file."""
    global PROGRAM, CTL, CATALOGS
    if len(sys.argv) < 3:
        sys.exit('usage: %s PERSONALIZE PERSONALIZECTL [TEST...]' % sys.argv[0])
    PROGRAM, CTL = (os.path.abspath(path) for path in sys.argv[1:3])
    CATALOGS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM))), 'po')
    # leaks inside of GTK 4.8 when the actions of a window are listed
    os.environ['ASAN_OPTIONS'] = 'detect_leaks=0'
    os.environ['XDG_DATA_DIRS'] = '%s:%s' % (os.path.join(ROOT, 'data'),
                                             os.environ.get('XDG_DATA_DIRS') or '/usr/local/share:/usr/share')
    # newer libatspi deprecates what the older has nothing else for
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2, warnings='ignore')
