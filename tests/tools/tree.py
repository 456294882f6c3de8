# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the accessible tree of a program quickly: all questions about one level of it are asked at once.

libatspi asks one thing at a time and waits for each answer, a tenth of a second for every few hundred of them; a page
has thousands. Here they travel together over a connection of our own, and what is found is then taken up with libatspi.

    for part in read(window, ('name', 'actions')):
        if part.role == 'push button' and 'activity.project' in part.actions:
            button = part.node()
"""
import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ACTION = 'org.a11y.atspi.Action'
PROPERTIES = 'org.freedesktop.DBus.Properties'
TIMEOUT = 10000     # ms for one answer
# what can be asked of a part: (interface, method, arguments, what the variant of the answer means, what no answer means)
QUESTIONS = {
    'role': (ACCESSIBLE, 'GetRole', None, lambda answer: ROLE_NAMES.get(answer.get_uint32(), ''), ''),
    'children': (ACCESSIBLE, 'GetChildren', None, lambda answer: answer.unpack(), ()),
    'name': (PROPERTIES, 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Name')), lambda answer: answer.get_variant().get_string(), ''),
    'description': (PROPERTIES, 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Description')), lambda answer: answer.get_variant().get_string(), ''),
    'states': (ACCESSIBLE, 'GetState', None, lambda answer: states_of(*answer.unpack()), 0),
    'actions': (ACTION, 'GetActions', None, lambda answer: [action[0] for action in answer.unpack()], ()),
}
ROLE_NAMES = {}     # number -> what libatspi calls it
_connection = []
_roles = {}         # reference -> role


def states_of(low, high):
    return low | high << 32


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


def child_at(node, index):
    try:
        return node.get_child_at_index(index) if node is not None else None
    except GLib.Error:
        return None


def connection():
    if not _connection:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()[0]
        _connection.append(Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None))
        ROLE_NAMES.update({int(role): Atspi.role_get_name(role) for role in map(Atspi.Role, range(int(Atspi.Role.LAST_DEFINED)))})
    return _connection[0]


def send(calls):
    """Send all calls (reference, interface, method, arguments) at once; the variants they answer with, None for an error."""
    bus, context = connection(), GLib.MainContext()
    answers, missing = [None] * len(calls), [len(calls)]

    def answered(source, result, number):
        missing[0] -= 1
        try:
            answers[number] = source.call_finish(result).get_child_value(0)
        except GLib.Error:                      # gone meanwhile, or it has nothing of the kind
            pass

    context.push_thread_default()               # libatspi must not take part: it would begin to remember things
    try:
        for number, (reference, interface, method, arguments) in enumerate(calls):
            bus.call(*reference, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, TIMEOUT, None,
                     answered, number)
        while missing[0]:
            context.iteration(True)
    finally:
        context.pop_thread_default()
    return answers


def ask(parts, questions):
    """Ask each of the parts each of the questions (see QUESTIONS), all at once, and note the answers there."""
    asked = [(part, question) for part in parts for question in questions]
    answers = send([(part.reference, *QUESTIONS[question][:3]) for part, question in asked])
    for (part, question), answer in zip(asked, answers):
        read_answer, nothing = QUESTIONS[question][3:]
        setattr(part, question, nothing if answer is None else read_answer(answer))
    if 'actions' in questions:
        name_actions(parts)


def ask_roles(parts):
    """The role of a thing never changes, so that nobody is asked twice."""
    ask([part for part in parts if part.reference not in _roles], ('role',))
    for part in parts:
        part.role = _roles.setdefault(part.reference, part.role)


def name_actions(parts):
    """Some actions were told by what they are called for people, which depends on the language."""
    unclear = [(part, index) for part in parts for index, action in enumerate(part.actions) if '.' not in action]
    answers = send([(part.reference, ACTION, 'GetName', GLib.Variant('(i)', (index,))) for part, index in unclear])
    for (part, index), answer in zip(unclear, answers):
        if answer is not None:
            part.actions[index] = answer.get_string()


def read(node, questions=(), leaves=()):
    """The parts below node, itself first, in the order of the screen; nothing is looked for below the roles of leaves.

    The roles and the children are always known; questions names what else to ask (see QUESTIONS).
    """
    root = Part((node.app.bus_name, node.path), None, 0, node)
    level = [root]
    while level:
        ask_roles(level)
        inner = [part for part in level if part.role not in leaves]
        ask(inner, ('children',))
        for part in inner:
            part.children = [Part(reference, part, index) for index, reference in enumerate(part.children)]
        level = [child for part in inner for child in part.children]
    parts = list(root.walk())
    ask(parts, questions)
    return parts
