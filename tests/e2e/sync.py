#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A class goes to a server through the window, comes back on a second device, and what is written crosses.

Runs beside a real server, see with-server.sh: PZ_DAV_URL and, where an account is needed, PZ_DAV_USER and PZ_DAV_PASSWORD."""
import json
import os
import subprocess
import urllib.request

import flow
import hands

URL = os.environ.get('PZ_DAV_URL', '')
USER = os.environ.get('PZ_DAV_USER') or 'ada'
PASSWORD = os.environ.get('PZ_DAV_PASSWORD') or 'secret'
ALL_STORED = 'All changes stored on the server'
STEP = 60.0     # s, for what asks the server, on a busy computer


class Sync(hands.Hands):
    def setUp(self):
        super().setUp()
        if not URL:
            self.skipTest('no server')
        self.folder_name = 'Class ' + os.path.basename(self.folder)[-6:].replace('_', 'x')    # each test its own

    def fill(self, app, field, text):
        app.set_text(app.find('text', field, timeout=STEP), text)

    def next(self, app, label='Next'):
        flow.wait_for(lambda: flow.has_state(app.find('button', label), flow.Atspi.StateType.SENSITIVE), STEP, label)
        app.click(app.find('button', label))

    def to_folder(self, app, password=PASSWORD):
        """The first two steps of both assistants."""
        self.fill(app, 'Server', URL)
        self.next(app)
        app.says('Step 2 of 3', timeout=STEP)
        self.fill(app, 'User name', USER)
        self.fill(app, 'Password', password)
        self.next(app)
        if password == PASSWORD:
            app.says('Step 3 of 3', timeout=STEP)

    def set_up(self, app, encrypted=False):
        """The passphrase, when the class is encrypted."""
        app.run_action('win.sync-set-up')
        self.to_folder(app)
        self.fill(app, 'New folder', self.folder_name)
        passphrase = None
        if not encrypted:
            switch = next(node for node in flow.nodes_of(app.node) if flow.role_of(node) in ('switch', 'toggle button', 'check box')
                          and flow.name_of(node) == 'Encrypt before it leaves this computer')
            app.click(switch)
        else:
            passphrase = flow.wait_for(lambda: next((text for text in app.texts() if len(text) == 29 and text.count('-') == 4), None),
                                       STEP, 'a passphrase')
        self.next(app, 'Set Up')
        flow.wait_for(lambda: app.find_first('text', 'New folder', None) is None, STEP, 'the assistant to go')
        return passphrase

    def choose_folder(self, app):
        """By the keyboard: a check box has no action of its own."""
        app.says(self.folder_name, timeout=STEP)
        self.tab_to(app, self.folder_name)
        app.keys('space')

    def join(self, app, passphrase=None):
        app.run_action('win.join-class')
        self.to_folder(app)
        self.choose_folder(app)
        if passphrase:
            self.fill(app, 'Passphrase, if the class is encrypted', passphrase)
        self.next(app, 'Join Class')
        try:
            flow.wait_for(lambda: app.find_first('text', 'Server', None) is None, STEP, 'the assistant to go')
        except flow.Failure as failure:
            raise flow.Failure('%s; there are: %s' % (failure, '; '.join(app.texts()))) from None

    def second(self):
        """The window of another device: a program of its own on the same bus, told apart by its process."""
        command = [flow.PROGRAM, '--data-dir', os.path.join(self.folder, 'other')]
        process = subprocess.Popen(command, env={**os.environ, **self.environment})

        def look():
            desktop = flow.Atspi.get_desktop(0)
            programs = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
            return next((program for program in programs if program is not None and program.get_process_id() == process.pid
                         and program.get_child_count() > 0), None)
        app = flow.Window(flow.wait_for(look, STEP, 'the window of another device'), process)
        self.addCleanup(app.close)
        return app

    def sync(self, app):
        """Synchronise until nothing waits: once to send, once to see it there."""
        def started():
            # one that began by itself may be under way, and take the action away at any moment
            try:
                return app.action_is_on('win.sync-now') and (app.run_action('win.sync-now') or True)
            except flow.Failure:
                return False
        flow.wait_for(started, STEP, 'synchronisation')
        app.says('Synced ', timeout=STEP)

    def test_a_class_crosses_to_a_second_device_and_an_edit_comes_back(self):
        app = self.start()
        app.make_class('Class 5b', ['Amina Yusuf', 'Björn Åkesson'])
        app.wait_saved()
        self.set_up(app)
        app.says('Synced ', timeout=STEP)

        other = self.second()
        other.find('button', 'Join a Class on a Server')
        self.join(other)
        other.wait_learners(['Amina Yusuf', 'Björn Åkesson'], timeout=STEP)
        other.open_learner('Amina')
        other.edit('Given name', 'Aminata')
        other.wait_learners(['Aminata Yusuf', 'Björn Åkesson'])
        other.wait_saved()
        self.sync(other)
        self.sync(app)
        app.wait_learners(['Aminata Yusuf', 'Björn Åkesson'], timeout=STEP)
        self.close(other)
        self.close(app)
        self.assertEqual(self.names_on_disk(), ['Aminata', 'Björn'])

    def on_device(self, device, *arguments):
        """What personalizectl says on another device, whose data are in a folder of that name."""
        return self.ctl('--data-dir', os.path.join(self.folder, device), *arguments)

    def secrets(self, passphrase):
        """Options that answer for the teacher, by files."""
        options = []
        for option, text in (('--password-file', PASSWORD), ('--passphrase-file', passphrase)):
            path = os.path.join(self.folder, option.strip('-'))
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text + '\n')
            options += [option, path]
        return options

    def people(self, *rows):
        path = os.path.join(self.folder, 'people.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('sourcedId,givenName,familyName,email\n' + ''.join(row + '\n' for row in rows))
        return path

    def learners_of(self, data):
        """What is known there, but for what is known there alone."""
        shown = []
        for learner in json.loads(self.ctl('--data-dir', data, '--json', 'learners'))['learners']:
            shown.append(json.loads(self.ctl('--data-dir', data, '--json', 'show', learner['id'])))
            shown[-1].pop('private-notes', None)
        return sorted(shown, key=lambda learner: learner['id'])

    def meet(self, app, secrets):
        """Everybody sends what is new and sees what is new, twice over, since the first has met nobody yet."""
        for _ in range(2):
            self.sync(app)
            for device in 'bc':
                self.on_device(device, 'sync', *secrets)
        self.sync(app)

    def test_three_devices_meet_by_window_and_command_line(self):
        self.ctl('import', '--name', '5b', self.people('1,Amina,Yusuf,one@example.org', '2,Mei,Lin,two@example.org'))
        app = self.start()
        app.wait_learners(['Amina Yusuf', 'Mei Lin'])
        secrets = self.secrets(self.set_up(app, encrypted=True))
        app.says('Synced ', timeout=STEP)
        for device in 'bc':
            self.on_device(device, 'sync', '--join', URL, '--folder', self.folder_name, '--user', USER, *secrets)
            self.on_device(device, 'check-in', 'mei', 'seen by ' + device)
        app.open_learner('Amina')
        app.edit('Given name', 'Aminata')
        app.wait_saved()
        self.meet(app, secrets)

        here = self.learners_of(self.data)
        self.assertEqual([learner['given-name'] for learner in sorted(here, key=lambda one: one['family-name'])], ['Mei', 'Aminata'])
        for device in 'bc':
            self.assertIn('seen by ' + device, json.dumps(here))
            self.assertEqual(self.learners_of(os.path.join(self.folder, device)), here)

        # two wrote the same field without seeing each other: nobody's word is lost, and one decision is everybody's
        self.on_device('b', '--class', '5b', 'import', self.people('1,Amina,Yusufi,one@example.org'))
        app.edit('Family name', 'Yussuf')
        app.wait_saved()
        self.meet(app, secrets)
        app.says('1 field differs between devices.')
        status, output = self.run_ctl('--data-dir', os.path.join(self.folder, 'c'), '--json', 'conflicts')
        self.assertEqual(status, 1, 'there is something to decide')
        conflict = json.loads(output)['conflicts'][0]
        self.assertEqual(sorted(value['words'] for value in conflict['values']), ['Yussuf', 'Yusufi'])
        number = 1 + [value['words'] for value in conflict['values']].index('Yussuf')
        self.on_device('c', 'conflicts', '--choose', conflict['id'], str(number))
        self.on_device('c', 'sync', *secrets)
        self.meet(app, secrets)
        app.says_not('field differs between devices.')
        here = self.learners_of(self.data)
        self.assertIn('Yussuf', [learner['family-name'] for learner in here])
        for device in 'bc':
            self.assertEqual(self.learners_of(os.path.join(self.folder, device)), here)
        self.close(app)

    def test_sets_up_by_keyboard_alone(self):
        """Each step has the focus in its first field, and Enter goes on."""
        app = self.start()
        app.make_class('Class 5b', ['Amina Yusuf'])
        app.wait_saved()
        app.run_action('win.sync-set-up')
        app.says('Step 1 of 3')
        self.type(URL)
        self.wait_typed(app, 'Server', URL)
        app.keys('Return')
        app.says('Step 2 of 3', timeout=STEP)
        self.type(USER)
        self.wait_typed(app, 'User name', USER)
        app.keys('Tab')
        self.type(PASSWORD)
        app.keys('Return')
        app.says('Step 3 of 3', timeout=STEP)
        app.keys('ctrl+a')
        self.type(self.folder_name)
        self.wait_typed(app, 'New folder', self.folder_name)
        self.tab_to(app, 'Encrypt before it leaves this computer')
        app.keys('space')
        flow.wait_for(lambda: app.find_first('button', 'Copy Passphrase', None) is None, STEP, 'the passphrase to go')
        self.tab_to(app, 'Set Up')
        app.keys('Return')
        flow.wait_for(lambda: app.find_first('text', 'New folder', None) is None, STEP, 'the assistant to go')
        app.says('Synced ', timeout=STEP)
        self.close(app)

    def test_a_class_that_is_encrypted_needs_its_passphrase(self):
        app = self.start()
        app.make_class('Class 5b', ['Amina Yusuf'])
        app.wait_saved()
        passphrase = self.set_up(app, encrypted=True)
        app.says('Synced ', timeout=STEP)
        other = self.second()
        other.run_action('win.join-class')
        self.to_folder(other)
        self.choose_folder(other)
        self.next(other, 'Join Class')
        other.says('This class is encrypted. Enter its passphrase.', timeout=STEP)
        self.fill(other, 'Passphrase, if the class is encrypted', passphrase.lower().replace('-', ' '))
        self.next(other, 'Join Class')
        other.wait_learners(['Amina Yusuf'], timeout=STEP)
        self.close(other)
        self.close(app)

    def test_a_folder_with_a_class_in_it_is_refused_beside_its_field(self):
        app = self.start()
        app.make_class('Class 5b', ['Amina Yusuf'])
        app.wait_saved()
        self.set_up(app)
        app.says('Synced ', timeout=STEP)
        app.make_class('Class 6a', ['Mei Lin'])
        app.wait_saved()
        app.run_action('win.sync-set-up')
        self.to_folder(app)
        self.fill(app, 'New folder', self.folder_name)
        self.next(app, 'Set Up')
        app.says('Another class is in this folder already', timeout=STEP)
        app.click(app.find('button', 'Back'))
        self.close(app)

    def test_a_server_that_is_not_there_is_told_beside_its_field(self):
        app = self.start()
        app.make_class('Class 5b', ['Amina Yusuf'])
        app.run_action('win.sync-set-up')
        self.fill(app, 'Server', 'http://127.0.0.1:9/dav/')
        self.next(app)
        app.says('There is no connection to the server.', timeout=STEP)
        self.close(app)

    def remove_folder(self):
        url = URL + urllib.request.quote(self.folder_name) + '/'
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, URL, USER, PASSWORD)
        opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords), urllib.request.HTTPDigestAuthHandler(passwords))
        opener.open(urllib.request.Request(url, method='DELETE'), timeout=60).close()

    def test_a_folder_that_is_gone_is_uploaded_again(self):
        app = self.start()
        app.make_class('Class 5b', ['Amina Yusuf'])
        app.wait_saved()
        passphrase = self.set_up(app, encrypted=True)
        app.says('Synced ', timeout=STEP)
        self.remove_folder()
        app.run_action('win.sync-now')
        app.says('The class folder was not found on the server. Nothing was deleted here.', timeout=STEP)
        self.next(app, 'Upload Again…')
        self.next(app)      # the server is known
        app.says('Step 2 of 3', timeout=STEP)
        self.fill(app, 'Password', PASSWORD)
        self.next(app)
        app.says('Step 3 of 3', timeout=STEP)
        app.says(passphrase, timeout=STEP)      # it keeps the one it had
        self.next(app, 'Set Up')
        app.says('Synced ', timeout=STEP)
        other = self.second()
        other.run_action('win.join-class')
        self.to_folder(other)
        self.choose_folder(other)
        self.close(other)
        self.close(app)

    def test_a_wrong_password_is_asked_for_again(self):
        if not os.environ.get('PZ_DAV_PASSWORD'):
            self.skipTest('this server takes any password')
        app = self.start()
        app.make_class('Class 5b', ['Amina Yusuf'])
        app.wait_saved()
        app.run_action('win.sync-set-up')
        self.to_folder(app, 'wrong')
        app.says('does not accept this user name and password', timeout=STEP)
        self.fill(app, 'Password', PASSWORD)
        self.next(app)
        self.fill(app, 'New folder', self.folder_name)
        self.next(app, 'Set Up')
        app.says('Synced ', timeout=STEP)
        app.run_action('win.sync-sign-in')
        self.fill(app, 'Password', 'wrong again')
        self.next(app, 'Sign In')
        app.says('does not accept this user name and password', timeout=STEP)
        self.fill(app, 'Password', PASSWORD)
        self.next(app, 'Sign In')
        app.says_not('does not accept this user name and password', timeout=STEP)
        self.close(app)

    def test_without_the_server_changes_wait_and_go_on_their_way_later(self):
        app = self.start()
        app.make_class('Class 5b', ['Amina Yusuf'])
        app.wait_saved()
        with Proxy() as proxy:
            global URL
            real, URL = URL, proxy.url
            try:
                self.set_up(app)
            finally:
                URL = real
            app.says('Synced ', timeout=STEP)
            proxy.stop()
            app.open_learner('Amina')
            app.edit('Given name', 'Aminata')
            app.wait_saved()
            app.says('1 change waits here.', timeout=STEP)
            app.run_action('win.sync-now')
            app.says('Offline. 1 change waits here.', timeout=STEP)
            proxy.start()
            app.run_action('win.sync-now')
            app.says('Synced ', timeout=STEP)
        self.close(app)


class Proxy:
    """A way to the server that can be closed."""

    def __enter__(self):
        self.port = URL.split(':')[2].split('/')[0]
        self.process, self.own = None, '0'
        self.start()
        self.url = URL.replace(':' + self.port, ':' + self.own)
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        self.process = subprocess.Popen([os.path.join(flow.ROOT, 'tests', 'sync', 'delay.py'), self.port, '0', self.own],
                                        stdout=subprocess.PIPE, text=True)
        self.own = self.process.stdout.readline().strip().replace('port=', '')

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
            self.process.stdout.close()
            self.process = None


if __name__ == '__main__':
    flow.run()
