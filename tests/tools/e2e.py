#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive a GTK 4 application through AT-SPI: find by role and name, click, type, select, wait.

    with App.launch(['_build/src/ui/personalize'], 'personalize') as app:
        app.set_text(app.find('entry', 'Search learners'), 'garcia')
        app.wait(lambda: app.label_starting('3 '))
        app.select_row(app.find('list', 'Learners'), 0)
        app.click(app.find('button', 'Save'))

Run it inside xrun (or wlrun). Every wait has a deadline; a failure raises Failure with what was searched.
"""
import os
import subprocess
import sys
import time

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    print('the accessibility bus cannot be used from Python (python3-gi, gir1.2-atspi-2.0)')
    sys.exit(77)
import tree  # noqa: E402

Atspi.set_timeout(10000, 15000)     # ms; a busy machine may need more than the 800 a program has, and those of its start

# Names of one role in the GTK releases between 4.8 and the newest.
ROLES = {
    'button': {'push button', 'button', 'toggle button'},
    'entry': {'entry', 'text', 'password text'},
    'list': {'list', 'list box', 'table', 'grid', 'tree table'},
    'switch': {'check box', 'switch', 'toggle button'},
    'window': {'frame', 'window', 'dialog'},
}
NOISE = ('clipboard.', 'selection.', 'misc.', 'menu.', 'link.', 'text.')   # actions of every label or entry


class Failure(AssertionError):
    """Something expected in the user interface did not appear."""


def plain_name(text):
    """The name without mnemonics; GTK 4.8 doubles that of a labelled button ('_Save Save')."""
    text = (text or '').replace('_', '').strip()
    half = len(text) // 2
    if len(text) % 2 == 1 and text[half] == ' ' and text[:half] == text[half + 1:]:
        return text[:half]
    return text


def name_of(node):
    """The name. Newer GTK gives none to a status, which is its text, and to a menu item, which has a label."""
    try:
        name = plain_name(node.get_name())
        role = '' if name else node.get_role_name()
        if role == 'status bar':
            return text_of(node)
        return label_of(node) if role.endswith('menu item') else name
    except GLib.Error:
        return ''


def label_of(node):
    """Name of the widgets that label the node, or their text where they have no name of their own."""
    try:
        relations = node.get_relation_set()
        targets = [r.get_target(i) for r in relations
                   if r.get_relation_type() == Atspi.RelationType.LABELLED_BY for i in range(r.get_n_targets())]
    except GLib.Error:
        return ''
    return ' '.join(name_of(t) or text_of(t) for t in targets if t is not None).strip()


def text_of(node):
    if node.get_text_iface() is None:
        return ''
    # get_text (0, -1) returns nothing on GTK 4.8, so count first
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def says(shown, text):
    """Whether that is the text; newer toolkits show a password to nobody, only how long it is."""
    return shown == text or len(shown) == len(text) and set(shown) <= set('●•*')


def role_of(node):
    try:
        return node.get_role_name()
    except GLib.Error:
        return ''


def actions_of(node):
    """Names of the actions of a node without those every label carries."""
    return [name for name in tree.actions_of(node) if not name.startswith(NOISE)]


def has_state(node, state):
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


def children_of(node):
    """The children of a node; none when it vanished meanwhile."""
    try:
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return []
    return [child for child in children if child is not None]


def walk(node, depth=0, path=''):
    """Yield (node, depth, path) for the whole tree; widgets that vanish meanwhile are skipped."""
    yield node, depth, path
    for i, child in enumerate(children_of(node)):
        yield from walk(child, depth + 1, '%s/%s[%d]' % (path, role_of(child), i))


def wait_for(predicate, timeout=5.0, what='condition'):
    """Poll predicate until it is true; return its value or raise Failure."""
    end = time.monotonic() + timeout
    while True:
        began = time.monotonic()
        try:
            value = predicate()
        except GLib.Error:
            value = None
        if value:
            return value
        now = time.monotonic()
        if now > end:
            raise Failure('waited %.1f s for %s' % (timeout, what))
        time.sleep(min(max(0.05, now - began), 0.3))    # who is asked needs time to get on, too


def find_application(name, timeout=15.0):
    """The application object whose name contains name and that has a window."""
    def look():
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and name in (child.get_name() or '') and child.get_child_count() > 0:
                return child
        return None
    return wait_for(look, timeout, 'application "%s" on the accessibility bus' % name)


class App:
    """One running application."""

    def __init__(self, node, process=None):
        self.node, self.process = node, process

    @classmethod
    def launch(cls, command, name, timeout=15.0, env=None):
        """Start command (a list); name is part of the name it has on the accessibility bus."""
        process = subprocess.Popen(command, env={**os.environ, **(env or {})})
        try:
            return cls(find_application(name, timeout), process)
        except BaseException:
            process.terminate()
            process.wait()
            raise

    @classmethod
    def attach(cls, name, timeout=15.0):
        return cls(find_application(name, timeout))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def find_all(self, role=None, name=None, inside=None):
        roles = ROLES.get(role, {role})
        return [n for n, _, _ in walk(inside or self.node)
                if (role is None or role_of(n) in roles) and (name is None or name_of(n) == name)]

    def find(self, role, name, inside=None, timeout=5.0):
        """First node with that role (see ROLES) and exact name."""
        found = wait_for(lambda: self.find_all(role, name, inside), timeout, '%s "%s"' % (role, name))
        return found[0]

    def absent(self, role, name, timeout=5.0):
        wait_for(lambda: not self.find_all(role, name), timeout, '%s "%s" to go away' % (role, name))

    def labels(self):
        return [name_of(n) for n in self.find_all('label')]

    def label_starting(self, prefix):
        return next((text for text in self.labels() if text.startswith(prefix)), None)

    wait = staticmethod(wait_for)

    def click(self, node, action=None):
        """Run the named action, or the first of the node."""
        names = tree.actions_of(node)
        wanted = action or next((name for name in names if not name.startswith(NOISE)), None)
        if wanted in names and node.get_action_iface().do_action(names.index(wanted)):
            return
        raise Failure('%s "%s": action %s not possible' % (role_of(node), name_of(node), wanted))

    def run_action(self, action):
        """Run a window action such as win.new-learner."""
        window = wait_for(lambda: [w for w in self.find_all('window') if action in actions_of(w)],
                          what='a window with action ' + action)
        self.click(window[0], action)

    def text(self, node):
        return text_of(node)

    def set_text(self, node, text):
        """Replace the text by one deletion and one insertion, as typing would."""
        count = Atspi.Text.get_character_count(node)
        if count > 0:
            node.delete_text(0, count)
        if text:
            node.insert_text(0, text, len(text.encode()))
        wait_for(lambda: says(self.text(node), text), what='text "%s"' % text)

    def toggle(self, node):
        """Flip a switch or check button and wait for its new state."""
        before = has_state(node, Atspi.StateType.CHECKED)
        self.click(node)
        wait_for(lambda: has_state(node, Atspi.StateType.CHECKED) != before, what='the new switch state')

    def rows(self, list_node):
        """The exposed rows: all of a short list, only the realized ones of a long one; without any that just went."""
        list_node.clear_cache()     # libatspi takes up what changed only while it waits for an answer: here it asks for none
        rows = [list_node.get_child_at_index(i) for i in range(list_node.get_child_count())]
        return [row for row in rows if row is not None]

    def select_row(self, list_node, row):
        """Select by index among the exposed rows, or by the start of the row's name."""
        if isinstance(row, str):
            def position():
                return next((i + 1 for i, n in enumerate(self.rows(list_node)) if name_of(n).startswith(row)), 0)
            row = wait_for(position, what='row "%s"' % row) - 1
        selection = list_node.get_selection_iface()
        if selection is None or not selection.select_child(row):
            raise Failure('row %s cannot be selected' % row)

    @staticmethod
    def keys(*keys):
        """Press keys in turn, e.g. 'ctrl+f', 'Tab' (X11 with a window manager only)."""
        subprocess.run(['xdotool', 'key', '--delay', '30'] + list(keys), check=True)

    def focused(self):
        return [(role_of(n), name_of(n)) for n, _, _ in walk(self.node) if has_state(n, Atspi.StateType.FOCUSED)]

    def close(self, timeout=10.0):
        """Close the window as a user would (so that leaks are checked); return the exit status.

        A process that does not end is stopped by its pid and gives None.
        """
        if self.process is None:
            return None
        if self.process.poll() is None:
            for window in children_of(self.node):
                if 'window.close' in actions_of(window):
                    try:
                        self.click(window, 'window.close')
                    except GLib.Error:
                        pass        # the process may end before it answers
                    break
            else:
                timeout = 0
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.terminate()
            self.process.wait()
            return None


if __name__ == '__main__':
    sys.exit('import this module from a test')
