# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the accessible tree of a program quickly: in one message as far as the program was asked before, else level by level.

libatspi asks one thing at a time and waits for each answer, a tenth of a second for every few hundred of them; a page
has thousands. A toolkit hands out all it has told of before in one answer, as it is at that moment. What is new is asked
for, all questions about one level at once. What is found is then taken up with libatspi.

    for part in read(window, ('name', 'actions')):
        if part.role == 'push button' and 'activity.project' in part.actions:
            button = part.node()
"""
import operator

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402
from bus import Call, Connection, Reader, number, text  # noqa: E402

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ACTION = 'org.a11y.atspi.Action'
PROPERTIES = 'org.freedesktop.DBus.Properties'
CACHE = '/org/a11y/atspi/cache', Call('org.a11y.atspi.Cache', 'GetItems')


def read_role(body):
    return role_name(Reader(body).number())


def read_text(body):
    """A string in a variant."""
    reader = Reader(body)
    reader.variant()
    return reader.text()


def read_references(body):
    reader, found = Reader(body), []
    end = reader.end_of_array(8)
    while reader.at < end:
        found.append(reader.reference())
    return found


def read_states(body):
    reader = Reader(body)
    reader.end_of_array(4)
    return reader.number() | reader.number() << 32


def read_actions(body):
    """The names; the descriptions and keys are left out."""
    reader, found = Reader(body), []
    end = reader.end_of_array(8)
    while reader.at < end:
        reader.struct()
        found.append(reader.text())
        reader.skip_text()
        reader.skip_text()
    return found


def property_call(name):
    return Call(PROPERTIES, 'Get', 'ss', text(ACCESSIBLE), text(name))


# what can be asked of a part: (how, what the answer means, what no answer means)
QUESTIONS = {
    'role': (Call(ACCESSIBLE, 'GetRole'), read_role, ''),
    'children': (Call(ACCESSIBLE, 'GetChildren'), read_references, ()),
    'name': (property_call('Name'), read_text, ''),
    'description': (property_call('Description'), read_text, ''),
    'states': (Call(ACCESSIBLE, 'GetState'), read_states, 0),
    'actions': (Call(ACTION, 'GetActions'), read_actions, ()),
}
TELLING = 10        # so many parts are told of in the time in which one answers for itself
REGISTER = (('org.a11y.atspi.Registry', '/org/a11y/atspi/registry'),
            Call('org.a11y.atspi.Registry', 'RegisterEvent', 's', text('object:children-changed')))
NOBODY = ':0.0'     # a name on the bus that nobody has
WIDGET = b'org.a11y.atspi.Component'
PLACE = operator.attrgetter('place')
_connection = []
_role_names = {}    # number -> what libatspi calls it


def role_name(number):
    if number not in _role_names:
        known = number < int(Atspi.Role.LAST_DEFINED)
        _role_names[number] = Atspi.role_get_name(Atspi.Role(number)) if known else ''
    return _role_names[number]


class Part:
    """One thing in the tree as it was when it was read."""

    def __init__(self, reference, parent, index, node=None):
        self.reference, self.parent, self.index, self.found = reference, parent, index, node
        self.role, self.name, self.description, self.states, self.actions, self.children = '', '', '', 0, (), ()

    def has(self, state):
        """Whether it has a state (Atspi.StateType); the states must have been asked for."""
        return bool(self.states >> int(state) & 1)

    def node(self):
        """The same thing for libatspi, or None when the tree has changed since."""
        if self.found is None:
            node = self.parent.node()
            for index in (self.index, 0):       # GTK 4.8 tells of the pages of a stack only one by one: then a level more
                node = child_at(node, index)
                if node is not None and node.path == self.reference[1]:
                    self.found = node
                    break
        return self.found

    def walk(self):
        """This part and everything below it, in the order of the screen."""
        yield self
        for child in self.children:
            yield from child.walk()


def part_of(node):
    """What libatspi found as a part; one that has vanished answers nothing."""
    return Part((node.app.bus_name if node.app is not None else NOBODY, node.path), None, 0, node)


def child_at(node, index):
    try:
        return node.get_child_at_index(index) if node is not None else None
    except GLib.Error:
        return None


def send(calls):
    """Make all calls (reference, Call) at once; the bodies of the answers, None for an error."""
    if not _connection:
        _connection.append(Connection())
        _connection[0].listen('org.a11y.atspi.Event.Object', 'ChildrenChanged')
        _connection[0].ask_all([REGISTER])      # newer programs do not tell when nobody wants to know
    return _connection[0].ask_all(calls)


def ask(parts, questions):
    """Ask each of the parts each of the questions (see QUESTIONS), all at once, and note the answers there."""
    asked = [(part, question) for part in parts for question in questions]
    answers = send([(part.reference, QUESTIONS[question][0]) for part, question in asked])
    for (part, question), answer in zip(asked, answers):
        _, read_answer, nothing = QUESTIONS[question]
        setattr(part, question, nothing if answer is None else read_answer(answer))
    if 'actions' in questions:
        name_actions(parts)


def name_actions(parts):
    """Some actions were told by what they are called for people, which depends on the language."""
    unclear = [(part, index) for part in parts for index, action in enumerate(part.actions) if '.' not in action]
    answers = send([(part.reference, Call(ACTION, 'GetName', 'i', number(index))) for part, index in unclear])
    for (part, index), answer in zip(unclear, answers):
        if answer is not None:
            part.actions[index] = Reader(answer).text()


def actions_of(node):
    """The names of all actions of a node of libatspi; none when it has vanished."""
    part = part_of(node)
    ask([part], ('actions',))
    return part.actions


class Item:
    """What a program tells of a part without being asked for it."""

    __slots__ = ('reference', 'parent', 'place', 'n_children', 'is_widget', 'name', 'role', 'description', 'states')

    def __init__(self, reader):
        reader.struct()
        self.reference = reader.reference()
        reader.reference()                      # the program
        self.parent = reader.reference()
        self.place, self.n_children = reader.number(), reader.number()
        self.is_widget = WIDGET in reader.texts()       # in what can be asked of it
        self.name = reader.text()
        self.role = role_name(reader.number())
        self.description = reader.text()
        reader.number()                         # of numbers for the states
        self.states = reader.number() | reader.number() << 32


class Told:
    """What a program tells of its tree at once: all that it was ever asked for, as it is now."""

    def __init__(self, bus_name, before=None):
        body, = send([((bus_name, CACHE[0]), CACHE[1])])
        self.items, self.below, self.gone = {}, {}, {}
        reader = Reader(body or bytes(8))
        end = reader.end_of_array(8)
        while reader.at < end:
            item = Item(reader)
            self.items[item.reference] = item
            self.below.setdefault(item.parent, []).append(item)
        if before is not None:
            self.gone = {reference: item for reference, item in before.items.items() if reference not in self.items}

    def children(self, reference):
        """References of the children in their order; None when they are not all known for sure.

        What is hidden is told of as before, but its parent then says that its children changed. GTK 4.8 tells of the pages of a
        stack, which are no widgets, and leaves them out when it is asked what the stack holds.
        """
        found = sorted(self.below.get(reference, ()), key=PLACE)
        if (reference not in self.items or reference in _connection[0].heard or not all(child.is_widget for child in found)
                or [child.place for child in found] != list(range(self.items[reference].n_children))):
            return None
        return [child.reference for child in found]

    def note(self, part, question):
        """Note what is known of a part there; whether there is no need to ask."""
        if part.reference in self.gone:         # of which no more than the role can be told, which never changes
            part.role = self.gone[part.reference].role
            return True
        if part.reference not in self.items or question not in Item.__slots__:
            return False
        setattr(part, question, getattr(self.items[part.reference], question))
        return True


def read_children(parts, told):
    for part in parts:
        part.children = told.children(part.reference)
    ask([part for part in parts if part.children is None], ('children',))
    for part in parts:
        part.children = [Part(reference, part, index) for index, reference in enumerate(part.children)]


def read(node, questions=(), leaves=()):
    """The parts below node, itself first, in the order of the screen; nothing is looked for below the roles of leaves.

    The roles and the children are always known; questions names what else to ask (see QUESTIONS).
    """
    root = part_of(node)
    told, level, n_new = Told(root.reference[0]), [root], 0
    while level:
        level = [part for part in level if not told.note(part, 'role') or part.role not in leaves]
        n_new += sum(part.reference not in told.items for part in level)
        read_children(level, told)
        level = [child for part in level for child in part.children]
    if n_new * TELLING > len(told.items):       # by now all of them are told of, too
        told = Told(root.reference[0], told)
    parts = list(root.walk())
    ask([part for part in parts if not told.note(part, 'role')], ('role',))
    for part in parts:
        if part.role in leaves:
            part.children = ()
    parts = list(root.walk())
    for question in questions:
        ask([part for part in parts if not told.note(part, question)], (question,))
    return parts
