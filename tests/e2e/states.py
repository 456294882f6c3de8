#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is wrong with the files is said in the window and by the exit status, and nothing is made worse."""
import glob
import os
import subprocess
import unittest

import flow

CLASS = 'Class 5b'
PROBLEMS, BAD_DATA, CANNOT_WRITE = 1, 65, 73        # exit statuses of personalizectl


def can_mount():
    """Whether this process may mount something in a namespace of its own (root, mostly)."""
    try:
        return subprocess.run(['unshare', '-m', 'mount', '-t', 'tmpfs', 'none', '/mnt'], stderr=subprocess.DEVNULL,
                              check=False).returncode == 0
    except FileNotFoundError:
        return False


class Damage(flow.FlowCase):
    """Files that are not what they should be."""

    def setUp(self):
        super().setUp()
        self.sample(4, name=CLASS)
        self.room = self.class_folders()[0]

    def rewrite(self, path, change):
        with open(path, 'rb') as file:
            before = file.read()
        after = change(before)
        with open(path, 'wb') as file:
            file.write(after)
        return after

    def unchanged(self, path, content):
        with open(path, 'rb') as file:
            self.assertEqual(file.read(), content, 'the file that could not be read was changed')

    def table(self):
        path = os.path.join(self.folder, 'more.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Given name,Family name\nMei,Lin\n')
        return path

    def test_one_damaged_learner(self):
        path = sorted(glob.glob(os.path.join(self.room, 'learners', '*.json')))[0]
        damaged = self.rewrite(path, lambda text: text[:90])
        status, output = self.run_ctl('check')
        self.assertEqual(status, PROBLEMS, output)
        self.assertIn(os.path.basename(path), output)
        self.assertEqual(self.run_ctl('learners')[0], PROBLEMS)

        app = self.start()
        rows = app.wait(lambda: [name for name in map(flow.name_of, app.rows(app.find('list', flow.LIST)))
                                 if 'damaged' in name or 'cannot be read' in name.lower()], what='a row that says so')
        app.select_row(app.find('list', flow.LIST), rows[0])
        app.says('This learner’s file cannot be read')
        # the others can be worked with
        fine = next(name for name in app.learners() if not rows[0].startswith(name))
        app.open_learner(fine)
        app.edit('Pronouns', 'they')
        app.wait(lambda: any(file.get('pronouns') == 'they' for file in self.readable()), what='the edit on the disk')
        self.close(app)
        self.unchanged(path, damaged)

    def test_a_damaged_learner_comes_back(self):
        self.ctl('--class', CLASS, 'import', self.table())    # which takes a snapshot first
        path = sorted(path for path in glob.glob(os.path.join(self.room, 'learners', '*.json'))
                      if os.path.exists(path.replace('/learners/', '/snapshots/%s/learners/' % self.snapshot())))[0]
        with open(path, encoding='utf-8') as file:
            given = flow.json.load(file)['learner']['given-name']
        with open(path, 'rb') as file:
            damaged = file.read()[:90]
        os.unlink(path)     # the snapshot has a second name for it
        with open(path, 'wb') as file:
            file.write(damaged)
        app = self.start()
        rows = app.wait(lambda: [name for name in map(flow.name_of, app.rows(app.find('list', flow.LIST)))
                                 if 'damaged' in name or 'cannot be read' in name.lower()], what='a row that says so')
        app.select_row(app.find('list', flow.LIST), rows[0])
        app.click(app.find('button', 'Restore From Snapshot'))
        app.find('button', 'Check-In')
        app.run_action('win.edit-names')
        app.wait_value('Given name', given)
        self.close(app)
        self.unchanged(glob.glob(path + '.damaged-*')[0], damaged)
        self.assertEqual(self.run_ctl('check')[0], 0)
        self.assertEqual(self.run_ctl('show', given)[0], 0)

    def snapshot(self):
        return os.listdir(os.path.join(self.room, 'snapshots'))[0]

    def readable(self):
        for path in glob.glob(os.path.join(self.room, 'learners', '*.json')):
            try:
                with open(path, encoding='utf-8') as file:
                    yield flow.json.load(file)['learner']
            except ValueError:
                pass

    def class_that_does_not_open(self, change, title):
        path = os.path.join(self.room, 'classroom.json')
        left = self.rewrite(path, change)
        self.assertEqual(self.run_ctl('classes')[0], PROBLEMS)
        self.assertEqual(self.run_ctl('check')[0], PROBLEMS)
        self.assertEqual(self.run_ctl('learners')[0], BAD_DATA)
        self.assertEqual(self.run_ctl('--class', os.path.basename(self.room), 'import', self.table())[0], BAD_DATA)
        app = self.start()
        app.says(title)
        self.assertFalse(app.action_is_on('win.new-learner'))
        # the way on: another class
        app.make_class('Another', ['Mei Lin'])
        self.close(app)
        self.unchanged(path, left)

    def test_a_class_of_a_newer_version(self):
        path = os.path.join(self.room, 'classroom.json')
        left = self.rewrite(path, lambda text: text.replace(b'"version":1', b'"version":2', 1))
        # it can be looked at ...
        self.assertEqual(self.run_ctl('learners')[0], 0)
        # ... and not changed
        self.assertEqual(self.run_ctl('--class', os.path.basename(self.room), 'import', self.table())[0], CANNOT_WRITE)
        app = self.start()
        app.says('newer version')
        self.assertFalse(app.action_is_on('win.new-learner'))
        self.close(app)
        self.unchanged(path, left)

    def test_a_damaged_class(self):
        self.class_that_does_not_open(lambda text: text[:200], 'This class is damaged')


@unittest.skipUnless(can_mount(), 'mounting needs root')
class Disk(flow.FlowCase):
    """A folder that cannot be written to, and a disk that is full. Both are mounts only these processes see."""

    def start_in(self, script):
        """The window in a namespace of its own, after the script made the mounts there."""
        words = ['unshare', '-m', 'sh', '-c', script + ' && exec "$0" "$@"', flow.PROGRAM]
        app = flow.Window.launch(words, 'personalize', env=self.environment)
        self.addCleanup(app.close)
        return app

    def inside(self, app, *words):
        """(exit status, output) of a program that sees what the window sees"""
        done = subprocess.run(['nsenter', '-t', str(app.process.pid), '-m', *words], env={**os.environ, **self.environment},
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        return done.returncode, done.stdout

    def table(self):
        path = os.path.join(self.folder, 'more.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Given name,Family name\n' + ''.join('Mei,Lin %d\n' % i for i in range(50)))
        return path

    def test_a_folder_that_can_only_be_read(self):
        self.sample(4, name=CLASS)
        app = self.start_in('mount --bind "{0}" "{0}" && mount -o remount,bind,ro "{0}"'.format(self.data))
        app.find('button', CLASS)
        app.find('status bar', 'Read only')
        app.says('does not allow changes')
        self.assertFalse(app.action_is_on('win.new-learner'))
        app.open_learner(app.learners()[0])
        self.assertFalse(app.action_is_on('win.delete-learner'))
        self.assertEqual(self.inside(app, flow.CTL, 'learners')[0], 0)
        status, output = self.inside(app, flow.CTL, '--class', CLASS, 'import', self.table())
        self.assertEqual(status, CANNOT_WRITE, output)
        self.close(app)

    def full_disk(self):
        """The window on a class whose disk is full: (app, learner that is open)"""
        disk = os.path.join(self.folder, 'disk')
        os.mkdir(disk)
        self.environment['PERSONALIZE_DATA_DIR'] = os.path.join(disk, 'data')
        app = self.start_in('mount -t tmpfs -o size=1m none "%s" && "%s" sample --learners 4 --weeks 4 --name "%s"'
                            % (disk, flow.CTL, CLASS))
        app.find('button', CLASS)
        name = app.learners()[0]
        app.open_learner(name)
        self.inside(app, 'sh', '-c', 'cat /dev/zero >"%s/filling" 2>/dev/null' % disk)
        return app, name

    def free_space(self, app):
        self.inside(app, 'rm', os.path.join(self.folder, 'disk', 'filling'))

    def test_a_full_disk_keeps_the_change_until_there_is_room(self):
        app, _ = self.full_disk()
        status, output = self.inside(app, flow.CTL, '--class', CLASS, 'import', self.table())
        self.assertEqual(status, CANNOT_WRITE, output)
        app.edit('Given name', 'Zuzana')
        app.says('not saved')
        self.assertEqual(app.value('Given name'), 'Zuzana')
        self.free_space(app)
        app.run_action('win.save')
        app.wait_saved()
        self.assertIn('Zuzana', self.inside(app, flow.CTL, 'learners')[1])
        self.assertEqual(self.inside(app, flow.CTL, 'check')[0], 0)
        self.close(app)

    def test_a_window_with_unsaved_changes_asks_before_it_closes(self):
        app, _ = self.full_disk()
        app.edit('Given name', 'Zuzana')
        app.says('not saved')
        app.run_action('window.close')
        app.says('Close without saving?')
        app.click(app.find('button', 'Keep Open'))
        app.says_not('Close without saving?')
        self.free_space(app)
        app.run_action('win.save')
        app.wait_saved()
        self.close(app)


if __name__ == '__main__':
    flow.run()
