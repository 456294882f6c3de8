#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a catalog where every text is accented, no plain English is left on any page."""
import os
import re
import subprocess

import flow
import pages

LANGUAGE = 'en_XA'
WORD = re.compile('(?<![^\\W\\d_])[A-Za-z]{2,}(?![^\\W\\d_])')    # all of its letters are plain
TRANSLATED = re.compile(r'\[[^][]*\]')     # the innermost of what may be texts within a text
CLASS_NAME = re.compile(r'^(Gtk|Gdk|Adw|Pz)[A-Z]\w*$')
# texts of the toolkit and of the C library, which have no catalog of this language, the folder of the classes, a
# passphrase
FOREIGN = re.compile(r'((Minimize|Maximize|Restore|Close)( the window)?|(Show|Hide) Text|Dismiss|\(None\)|Mon|Tue|Wed|Thu|Fri|Sat|Sun|'
                     r'/.*/data|[0-9A-Z]{5}(-[0-9A-Z]{5}){4})$')
# nothing of the class is plain ASCII, so that what is must be a text of the program
CLASS = 'Çläss 5b'


def is_plain(text):
    """Whether some of the text was never translated."""
    if not text or FOREIGN.match(text) or CLASS_NAME.match(text):
        return False
    while TRANSLATED.search(text):
        text = TRANSLATED.sub(' ', text)
    return bool(WORD.search(text))


def plain_texts(top):
    """Names and descriptions below top that are plain English."""
    for part in flow.parts_of(top, 'name', 'description'):
        if part.role == 'application':
            continue
        for text in (flow.word_of(part), part.description):
            if is_plain(text):
                yield '%s "%s"' % (part.role, text)


class PseudoLocale(flow.FlowCase):
    def setUp(self):
        super().setUp()
        self.environment['G_DEBUG'] = ''    # GTK 4.8 warns of its own window of shortcuts
        folder = os.path.join(self.folder, 'locale')
        subprocess.run([os.path.join(flow.ROOT, 'build-aux', 'pseudo-locale'), '--language', LANGUAGE, folder], check=True)
        self.environment.update(self.spoken(LANGUAGE), PERSONALIZE_LOCALE_DIR=folder)

    def walk(self, app, tour):
        found = {}
        for page, top in tour(app):
            if page in pages.FOREIGN:
                continue
            for text in plain_texts(top):
                found.setdefault(text, page)
        if found:
            self.fail('\n'.join('%s: %s was not translated' % (page, text) for text, page in found.items()))

    def test_first_run(self):
        self.walk(self.start(), self.first_run)

    def first_run(self, app):
        flow.wait_for(lambda: app.find_all('button'), 5.0, 'the first page')
        yield 'first run', app.node
        yield from pages.tour_windows(app)

    def test_class(self):
        self.class_of(CLASS, 'Åñá Gärçíà', 'Björñ Åkéssøn', 'Žöfïé Nøvák')
        app = self.start()
        app.find('button', CLASS)
        self.walk(app, pages.tour)


if __name__ == '__main__':
    flow.run()
