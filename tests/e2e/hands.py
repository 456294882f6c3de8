# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests by keyboard share: keys do everything, the accessibility bus is only asked what came of it."""
import sys

import flow

Atspi = flow.Atspi
# roles that may hold the keyboard focus; anything else would be a dead end. A picture is walked with the arrow keys
FOCUSABLE = {'push button', 'button', 'toggle button', 'text', 'entry', 'list item', 'combo box', 'list', 'menu item',
             'check menu item', 'radio menu item', 'link', 'radio button', 'panel', 'filler', 'group', 'check box', 'switch',
             'row', 'password text', 'scroll pane', 'slider', 'spin button', 'form', 'frame', 'window', 'dialog', 'image', 'icon'}
FIELD = ('text', '')
MANY = 80          # Tab presses after which a way around must have come back


class Hands(flow.FlowCase):
    """A teacher without a mouse."""

    def focus(self, app):
        """(role, name) of what has the keyboard focus.

        A field of libadwaita 1.2 never says that it has it: nothing having it is taken for such a FIELD.
        Newer ones say so, and are a text with their own name.
        """
        return self.focus_in(app.node)

    def focus_in(self, top):
        """The same of what lies below top."""
        for part in flow.parts_of(top, 'name', 'states'):
            if part.has(Atspi.StateType.FOCUSED) and part.role != 'application':
                name = flow.word_of(part)
                self.assertIn(part.role, FOCUSABLE, 'nothing can be done there: ' + name)
                return part.role, name
        return FIELD

    def wait_focus(self, app, name, timeout=5.0):
        try:
            flow.wait_for(lambda: self.focus(app)[1].startswith(name), timeout, 'the focus on ' + name)
        except flow.Failure as failure:
            raise flow.Failure('%s; it is on %s' % (failure, self.focus(app))) from None

    def type(self, text):
        """Type letters; Ctrl and the like are for App.keys. Others than ASCII get lost now and then under way."""
        assert text.isascii(), text
        flow.subprocess.run(['xdotool', 'type', '--delay', '15', text], check=True)

    def wait_typed(self, app, field, text):
        """What was typed arrived in the field, so that the focus was there.

        A window that is new may be seen before it has the keyboard, and the first letters go elsewhere: what arrived is
        then typed over, once. Where the focus is somewhere else that does not help.
        """
        try:
            flow.wait_for(lambda: app.text(app.find('text', field)) == text, 2.0, 'the letters')
            return
        except flow.Failure:
            print('typed again: %s' % text, file=sys.stderr)
        app.keys('ctrl+a')
        self.type(text)
        try:
            flow.wait_for(lambda: app.text(app.find('text', field)) == text, 5.0, '"%s" in %s' % (text, field))
        except flow.Failure as failure:
            raise flow.Failure('%s; there is "%s"' % (failure, app.text(app.find('text', field)))) from None

    def tab_to(self, app, name):
        """Press Tab until the widget of that name has the focus."""
        for _ in range(MANY):
            if self.focus(app)[1].startswith(name):
                return
            app.keys('Tab')
        self.fail('Tab never comes to "%s"' % name)

    def tab_to_field(self, app, name, text):
        """Press Tab until typing arrives in the field of that name; type text there instead of what it holds."""
        entry = app.find('text', name)
        before = app.text(entry)
        for _ in range(MANY):
            app.keys('Tab')
            if self.focus(app) in (FIELD, ('text', name)):
                app.keys('ctrl+a')
                self.type(text[0])
                if app.text(entry) != before:
                    self.type(text[1:])
                    self.wait_typed(app, name, text)
                    return
                app.keys('ctrl+z')
        self.fail('Tab never comes to "%s"' % name)
