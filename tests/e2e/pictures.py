#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draw every page in every mode: it must fit, draw without a warning, and still be a picture of something.

usage: pictures.py PERSONALIZE PERSONALIZECTL [TEST...]      the test; pictures lie in the folder PICTURES, when set
       pictures.py --gallery PERSONALIZE PERSONALIZECTL      the same with more pages and modes, for a person to look at

Run it inside xrun -w; each mode starts the application anew and goes through its pages.
"""
import os
import re
import subprocess
import sys
import unittest

import flow
import pages
import screen

# Text twice as large needs more of the width, at most this, where a telephone would have twice the points.
WIDE, NARROW = (1100, 720), ((600, 640) if os.environ.get('GALLERY_SUFFIX') == '-large' else (360, 640))
SCREEN = 2000       # more than any screen here
DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
CONTRAST = {'ADW_DEBUG_HIGH_CONTRAST': '1'}
ARABIC = {'LANGUAGE': 'ar'}
# names nobody wants in a picture, and everybody has in a school
HOSTILE = [
    ('Bartholomew Alexander Maximilian Jean-Baptiste', 'von und zu Hohenlohe-Waldenburg-Schillingsfürst de la Vega'),
    ('Tom & Ann', '<b>Bold</b> %n%s'),
    ('\u202eسارة\u202c (Sarah)', 'עברית-Français'),
    ('A\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a e\u0323\u0324\u0325', 'Z\u0351\u036b\u0343\u036a\u0302'),
    ('Ｗｉｄｅ', '王小明😀👩‍👩‍👧'),
    ('x' * 200, 'y'),
    ('', 'OnlyFamily'),
    ('O', 'I'),
]
# warnings that are not ours: GTK measures the keys of its own window of shortcuts, and newer ones go on with a
# dialog that was closed over the accessibility bus (not one closed by a key)
KNOWN = re.compile(r'reported min width -\d, but sizes must be|AT-SPI: |dbind-WARNING'
                   r"|g_object_notify_by_pspec: assertion 'G_IS_OBJECT \(object\)' failed")
WARNING = re.compile(r'WARNING|CRITICAL|ERROR \*\*')


class Studio:
    """One run of the application in a mode, and the pictures taken of its windows."""

    def __init__(self, test, mode, size, environment):
        self.test, self.mode, self.size = test, mode, size
        self.log = os.path.join(test.folder, 'log-' + mode)
        self.log_file = open(self.log, 'w', encoding='utf-8')
        process = subprocess.Popen([flow.PROGRAM], env={**os.environ, **test.environment, **environment, 'G_DEBUG': ''},
                                   stdout=self.log_file, stderr=subprocess.STDOUT)
        self.app = flow.Window(flow.find_application('personalize'), process)
        test.addCleanup(self.app.close)
        self.main = self.windows()[0]
        self.resize(self.main, *size)

    def windows(self):
        """X ids of the visible windows of the program, the newest last."""
        def look():
            done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.app.process.pid)],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
            return [window for window in done.stdout.split() if screen.size_of(window)[0] > 100]
        return flow.wait_for(look, 8.0, 'a window on the display')

    def resize(self, window, width, height):
        """Give the window the size; it does not fit when it stays greater."""
        subprocess.run(['xdotool', 'windowsize', window, str(width), str(height), 'windowmove', window, '0', '0'],
                       check=True)
        try:
            flow.wait_for(lambda: screen.size_of(window) == (width, height), 3.0, 'the size')
        except flow.Failure:
            have = screen.size_of(window)
            if have[0] > width or have[1] > height:
                self.test.faults.append('%s: the window needs %dx%d, there are %dx%d' % (self.mode, *have, width, height))

    def shoot(self, page, window=None, allowed=None):
        """Wait until the picture is still and keep it; it may be so wide and high, or as wide as the mode."""
        path = os.path.join(self.test.pictures, '%s-%s%s.png' % (page, self.mode, os.environ.get('GALLERY_SUFFIX', '')))
        before = screen.take(window or self.main)
        for _ in range(20):
            flow.time.sleep(0.1)        # a frame or two; whether it is still is seen by the next picture
            after = screen.take(window or self.main)
            if after.pixels == before.pixels:
                break
            before = after
        after.save(path)
        if after.n_shades() < 8:
            self.test.faults.append('%s: nothing is drawn' % path)
        width, height = after.width, after.height
        if width > (allowed or self.size[0]) or height > max(self.size[1] + 300, allowed or 0):
            self.test.faults.append('%s: %dx%d is greater than %dx%d' % (path, width, height, *self.size))

    def fit(self, window):
        """Give a window of an action what a narrow screen has room for."""
        if self.size[0] < 700:
            self.resize(window, self.size[0], min(screen.size_of(window)[1], self.size[1]))

    def shoot_windows(self):
        """Every window an action opens, in the size of the mode; those of the toolkit are as they are."""
        fitted = None
        for tour in (pages.tour_learner_windows, pages.tour_windows):
            for name, _ in tour(self.app):
                window = self.windows()[-1]
                if window not in (fitted, self.main) and name not in pages.FOREIGN:
                    self.fit(window)
                    fitted = window
                self.shoot(name.replace(' ', '-'), window, self.allowed(name))
                if name == 'class settings' and self.size[0] < 700:
                    self.app.keys('Return')     # one pane at a time: on to the pages
                    self.shoot('class-settings-1', window)

    def allowed(self, name):
        """How wide a picture of this page may be."""
        return SCREEN if name in pages.FOREIGN else self.size[0]

    def finish(self):
        self.test.assertEqual(self.app.close(), 0)
        self.log_file.close()
        with open(self.log, encoding='utf-8', errors='replace') as file:
            for line in file:
                if WARNING.search(line) and not KNOWN.search(line):
                    self.test.faults.append('%s: %s' % (self.mode, line.strip()))


class Pictures(flow.FlowCase):
    MODES = {
        'light': (WIDE, {}),
        'dark': (WIDE, DARK),
        'contrast': (WIDE, CONTRAST),
        'arabic': (WIDE, ARABIC),
        'narrow': (NARROW, {}),
        'narrow-arabic': (NARROW, ARABIC),
    }

    def setUp(self):
        super().setUp()
        if not flow.has_tool('xdotool'):
            self.skipTest('xdotool is not installed')
        self.pictures = os.environ.get('PICTURES') or os.path.join(self.folder, 'pictures')
        os.makedirs(self.pictures, exist_ok=True)
        self.faults = []
        self.environment['PERSONALIZE_LOCALE_DIR'] = flow.CATALOGS

    def tearDown(self):
        if self.faults:
            self.fail('\n'.join(self.faults))

    def in_modes(self, take, modes=None):
        for mode in modes or self.MODES:
            size, environment = self.MODES[mode]
            if environment is ARABIC:
                environment = self.spoken(environment['LANGUAGE'])
            studio = Studio(self, mode, size, environment)
            take(studio)
            studio.finish()

    def class_of_hostile_names(self):
        path = os.path.join(self.folder, 'hostile.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Given name,Family name\n')
            file.writelines('"%s","%s"\n' % names for names in HOSTILE)
        self.run_ctl('import', '--name', '<i>Class</i> & %s ' + 'long ' * 8, path)

    def take_first_run(self, studio):
        flow.wait_for(lambda: studio.app.find_all('button'), 5.0, 'the first page')
        studio.shoot('first-run')

    def take_class(self, studio):
        learners = pages.list_of_learners(studio.app)
        studio.shoot('list')
        studio.app.select_row(learners, 0)
        if studio.size[0] < 700:
            self.open_first(studio)
        flow.wait_for(lambda: pages.has_learner(studio.app), 5.0, 'the page of a learner')
        studio.shoot('learner')
        for tour in (pages.tour_conference, pages.tour_round):
            for name, _ in tour(studio.app):
                studio.shoot(name)
        for name, _ in pages.tour_goals(studio.app):
            studio.shoot(name.replace(' ', '-'))
        self.take_goal(studio)
        for name, _ in pages.tour_activities(studio.app):
            studio.shoot(name)
            if name == 'activities':
                self.open_first(studio)             # the first of the calendar, in every width
                pages.wait_still(studio.app)
                studio.shoot('activity')
                if studio.size[0] >= 700:           # the projector has the whole screen, whatever the mode
                    for window_name, _ in pages.tour_activity_windows(studio.app):
                        studio.shoot(window_name.replace(' ', '-'), studio.windows()[-1], SCREEN)

    def take_goal(self, studio):
        """The page of the first goal."""
        studio.app.run_action('win.show-goals')
        self.open_first(studio)
        pages.wait_still(studio.app)
        studio.shoot('goal')
        studio.app.run_action('win.go-back')
        studio.app.run_action('win.show-learners')

    def open_first(self, studio):
        """The page takes the place of the list when a row is activated, as by Enter in the search."""
        pages.start_search(studio.app)
        studio.app.keys('Return')

    def take_formed(self, studio):
        """Groups formed for an activity, and the windows of its page."""
        for name, _ in pages.tour_formed(studio.app):
            window = studio.windows()[-1]
            if window != studio.main:
                studio.fit(window)
            studio.shoot(name.replace(' ', '-'), window)

    def take_all(self, studio):
        self.take_class(studio)
        self.take_formed(studio)
        studio.shoot_windows()

    def take_hostile(self, studio):
        learners = pages.list_of_learners(studio.app)
        studio.shoot('hostile-list')
        for row in range(3):
            studio.app.click(learners, 'list.unselect-all')
            studio.app.select_row(learners, row)
            if studio.size[0] < 700 and row == 0:
                self.open_first(studio)
            flow.wait_for(lambda: pages.has_learner(studio.app), 5.0, 'the page of a learner')
            studio.shoot('hostile-%d' % row)


class Pages(Pictures):
    """What the window of a class shows."""

    def test_class(self):
        self.sample(28)
        self.in_modes(self.take_class, ['dark', 'contrast', 'arabic', 'narrow'])


class Windows(Pictures):
    """Everything with windows of its own, or with names that are hard to show."""

    def test_first_run(self):
        self.in_modes(self.take_first_run, ['light', 'narrow'])

    def test_windows(self):
        self.sample(6)
        self.differ_somewhere()
        self.in_modes(self.take_all, ['light'])

    def test_formed(self):
        self.sample(28)
        self.in_modes(self.take_formed, ['narrow-arabic'])

    def test_hostile_names(self):
        self.class_of_hostile_names()
        self.in_modes(self.take_hostile, ['light', 'narrow'])


class Gallery(Pictures):
    """All pages in all modes; takes its time."""

    def test_first_run(self):
        self.in_modes(self.take_first_run)

    def test_class(self):
        self.sample(28)
        self.differ_somewhere()
        self.in_modes(self.take_all)

    def test_hostile_names(self):
        self.class_of_hostile_names()
        self.in_modes(self.take_hostile, ['light', 'narrow'])


def load_tests(loader, standard, pattern):
    """Either what a test has time for, or everything."""
    return unittest.TestSuite(map(loader.loadTestsFromTestCase, [Gallery] if GALLERY else [Pages, Windows]))


if __name__ == '__main__':
    GALLERY = '--gallery' in sys.argv
    if GALLERY:
        sys.argv.remove('--gallery')
    flow.run()
