#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""On every page, in English and in Arabic, what can be reached has a name a screen reader can say."""
import flow
import pages
from a11y_walk import CLASS_NAME, SKIPPED_ROLES, fault_of

# roles of what a list holds; a row without a name is silent when one moves through the list
ROWS = {'list item', 'table row', 'table cell'}
LISTS = {'list', 'list box', 'table'}


def place_of(node):
    """Names and roles of what the node lies in, outermost first, so that a person can find it."""
    parts = []
    while node is not None and flow.role_of(node) != 'application':
        parts.append(('%s "%s"' % (flow.role_of(node), flow.name_of(node))).replace(' ""', ''))
        node = node.get_parent()
    return ' > '.join(reversed(parts[:5]))


def is_of_the_toolkit(node):
    """A list, a row or a scroll pane inside of a drop-down or a menu, the cross of a toast: nothing we could name."""
    if flow.role_of(node) == 'push button' and node.get_parent() and flow.name_of(node.get_parent()) == 'AdwToastWidget':
        return True
    if flow.role_of(node) not in ('list', 'list box', 'table', 'scroll pane', 'panel', 'menu'):
        return False
    while node is not None and flow.role_of(node) not in ('frame', 'application'):
        if flow.role_of(node) in ('combo box', 'menu'):
            return True
        node = node.get_parent()
    return False


def has_no_name(part):
    """Whether a part has no name of its own, or that of its class."""
    return not part.name or bool(CLASS_NAME.match(flow.plain_name(part.name)))


def needs_name(part):
    return part.role in ROWS | LISTS or part.has(flow.Atspi.StateType.FOCUSABLE) or bool(flow.deeds_of(part))


def faults_of(top):
    """One text per widget without a proper name below top."""
    parts = [part for part in flow.parts_of(top, 'name', 'states') if part.role not in SKIPPED_ROLES and has_no_name(part)]
    flow.tree.ask([part for part in parts if not needs_name(part)], ('actions',))
    for part in filter(needs_name, parts):          # to be looked at closely
        node = part.node()
        if node is None:
            continue
        fault = fault_of(node)
        if fault is None and flow.role_of(node) in ROWS and not flow.name_of(node):
            fault = 'UNNAMED ROW'
        if fault is None and flow.role_of(node) in LISTS and not flow.name_of(node):
            fault = 'UNNAMED LIST'
        if fault and not is_of_the_toolkit(node):
            yield '%s: %s' % (fault, place_of(node))


def faults_of_title(top):
    if not flow.name_of(top) or CLASS_NAME.match(flow.name_of(top)):
        yield 'UNNAMED WINDOW: ' + flow.name_of(top)


class Walk(flow.FlowCase):
    def setUp(self):
        super().setUp()
        self.environment['G_DEBUG'] = ''    # GTK 4.8 warns of its own window of shortcuts

    def walk(self, app, tour):
        found = {}
        for page, top in tour(app):
            for fault in faults_of(top) if page not in pages.FOREIGN else faults_of_title(top):
                found.setdefault(fault, page)
        if found:
            self.fail('\n'.join('%s: %s' % (page, fault) for fault, page in found.items()))


class Pages(Walk):
    def test_first_run(self):
        self.walk(self.start(), self.first_run)

    def first_run(self, app):
        app.find('button', 'New Class')
        yield 'first run', app.node
        yield from pages.tour_windows(app)

    def test_class(self):
        self.sample(4)
        self.differ_somewhere()
        self.walk(self.start(), pages.tour)

    def test_class_in_arabic(self):
        self.sample(4)
        self.differ_somewhere()
        self.walk(self.start(**self.spoken('ar')), pages.tour)

    def test_class_that_cannot_be_opened(self):
        self.sample(4)
        with open(self.class_folders()[0] + '/classroom.json', 'w', encoding='utf-8') as file:
            file.write('{')
        self.walk(self.start(), self.problem)

    def problem(self, app):
        app.says('classroom.json')
        yield 'problem', app.node

    def test_contact_and_chips(self):
        """What opens on the page of a learner."""
        self.sample(4)
        self.walk(self.start(), self.on_the_page)

    def on_the_page(self, app):
        app.open_learner(app.learners()[0])
        app.click(app.find('button', 'Add to Strengths'))
        app.find('entry', 'Strengths')
        yield 'chip editor', app.node
        window = pages.windows_of(app)
        app.run_action('win.new-contact')
        flow.wait_for(lambda: len(pages.windows_of(app)) > len(window), 5.0, 'the contact dialog')
        yield 'contact dialog', pages.windows_of(app)[-1]
        pages.close_window(app, pages.windows_of(app)[-1])
        app.click(app.find('button', 'Main Menu'))
        yield 'main menu', app.node


class Goals(Walk):
    """The pages of goals, of which there are many."""

    def sample_of_every_status(self):
        self.ctl('sample', '--learners', '8', '--today', '2026-11-23')

    def test_goals(self):
        self.sample_of_every_status()
        self.walk(self.start(), pages.tour_goal_pages)

    def test_goals_in_arabic(self):
        self.sample_of_every_status()
        self.walk(self.start(**self.spoken('ar')), pages.tour_goal_statuses)


if __name__ == '__main__':
    flow.run()
