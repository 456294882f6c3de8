#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and disks that a class should not meet: each is answered with its place and its reason, and nothing is changed.

environment: as ctl.py
"""
import os
import pathlib
import subprocess
import unittest

from ctl import PROGRAM, Case

HEAD = b'"rev":1,'
NAME = b'"given-name":"'


def after_head(text):
    return lambda whole: whole.replace(HEAD, HEAD + text, 1)


def in_head(text):
    return lambda whole: whole.replace(HEAD, b'"rev":' + text + b',', 1)


def in_name(text):
    return lambda whole: whole.replace(NAME, NAME + text, 1)


# what becomes of the file of a learner -> the line in which it is found; None: this is odd, but JSON
HOSTILE = {
    'nested without end': (lambda whole: b'[' * 76000, 1),
    'nested in a member nobody knows': (after_head(b'"x":' + b'[' * 76000 + b']' * 76000 + b','), 1),
    'integer beyond the revision': (in_head(b'99999999999999999999'), 1),
    'integer beyond 64 bits': (after_head(b'"x":[99999999999999999999,9223372036854775808],'), None),
    'number beyond a double': (after_head(b'"x":1e400,'), 1),
    'octal': (in_head(b'012'), 1),
    'hexadecimal': (in_head(b'0x1F'), 1),
    'without a digit before the point': (in_head(b'.5'), 1),
    'not a number': (in_head(b'NaN'), 1),
    'a second root': (lambda whole: whole + b'{"a":1}', -1),
    'trailing text': (lambda whole: whole + b'x', -1),
    'empty': (lambda whole: b'', 1),
    'blank': (lambda whole: b' \n\n', 3),
    'NUL as an escape': (in_name(b'\\u0000'), 3),
    'NUL itself': (in_name(b'\0'), 3),
    'newline in a text': (in_name(b'\n'), 3),
    'escape of another language': (in_name(b'\\x41'), 3),
    'half of a surrogate pair': (in_name(b'\\ud800'), 3),
    'single quotes': (lambda whole: whole.replace(HEAD, b"'rev':1,", 1), 1),
    'byte order mark': (lambda whole: b'\xef\xbb\xbf' + whole, 1),
    'a name twice': (after_head(HEAD), 1),
    'invalid UTF-8': (in_name(b'\xff'), 3),
    'overlong UTF-8': (in_name(b'\xc0\xaf'), 3),
    'surrogate in UTF-8': (in_name(b'\xed\xa0\x80'), 3),
    'cut short': (lambda whole: whole[:-3], 'end'),
    'five million objects': (after_head(b'"x":[' + b'{},' * 5000000 + b'{}],'), None),
}


class Hostile(Case):
    def setUp(self):
        super().setUp()
        self.made = self.sample('--learners', 2)
        self.learner = self.any_learner(self.made)
        self.whole = self.learner.read_bytes()

    def damage(self, change):
        content = change(self.whole)
        self.assertNotEqual(content, self.whole)
        self.learner.write_bytes(content)
        return content

    def findings(self, status):
        found = self.json('check', status=status)['classes'][0]['findings']
        return [f for f in found if f['document'] == 'learners/' + self.learner.name]

    def test_each_is_answered_with_its_line(self):
        last = self.whole.count(b'\n') + 1
        for what, (change, line) in HOSTILE.items():
            with self.subTest(what):
                content = self.damage(change)
                if line is None:
                    self.assertEqual(self.findings(0), [])
                else:
                    lines = {-1: [last], 'end': [last - 2, last - 1]}.get(line, [line])
                    self.assertRegex(self.findings(1)[0]['text'], 'line (%s), column [0-9]+: .' % '|'.join(map(str, lines)))
                    self.ctl('show', self.learner.stem, status=65)
                    self.ctl('learners', status=1)
                self.assertEqual(self.learner.read_bytes(), content)

    def test_file_beyond_the_cap(self):
        content = self.damage(after_head(b'"x":"' + b'x' * (16 << 20) + b'",'))
        self.assertIn('too large', self.findings(1)[0]['text'])
        self.assertEqual(self.learner.read_bytes(), content)

    def test_what_is_no_plain_file(self):
        elsewhere = self.folder / 'elsewhere.json'
        elsewhere.write_bytes(self.whole)
        for make in (lambda: self.learner.symlink_to(elsewhere), lambda: os.mkfifo(self.learner),
                     lambda: self.learner.mkdir()):
            self.learner.unlink()
            make()
            self.assertEqual(len(self.json('check', status=1)['classes'][0]['findings']), 1)
            self.assertIn('not a plain file', self.findings(1)[0]['text'])
            self.assertIn('not a plain file', self.ctl('export', self.folder / 'x.json', status=78).stderr)
            if self.learner.is_dir():
                self.learner.rmdir()
                self.learner.touch()
        self.assertEqual(elsewhere.read_bytes(), self.whole)


class Rights(Case):
    def test_modes_whatever_the_umask(self):
        table = self.folder / 'people.csv'
        table.write_text('Given name,Family name\nAna,García\n', encoding='utf-8')
        for umask in (0, 0o022, 0o777):
            self.data = self.folder / ('data-%o' % umask)
            out = self.folder / ('out-%o.csv' % umask)
            self.ctl('sample', '--learners', 2, umask=umask)
            self.ctl('import', '--name', 'New', table, umask=umask)
            self.ctl('export', '--class', 'New', out, umask=umask)
            for path in [self.data, *self.data.rglob('*'), out]:
                self.assertEqual(path.stat().st_mode & 0o777, 0o700 if path.is_dir() else 0o600, '%o %s' % (umask, path))

    def test_folder_that_others_can_write_to(self):
        place = pathlib.Path(self.sample('--learners', 2)['path'])
        for folder in (place, place / 'learners'):
            folder.chmod(0o770)
            found = self.json('check', status=1)['classes'][0]['findings']
            self.assertIn('others can write to it', found[0]['text'])
            self.assertIn('must be yours', found[0]['advice'])
            self.ctl('learners', status=78)
            folder.chmod(0o700)
        self.ctl('check')


class NewerClass(Case):
    def test_can_be_looked_at_and_not_changed(self):
        made = self.sample('--learners', 2)
        own = pathlib.Path(made['path']) / 'classroom.json'
        own.write_text(own.read_text(encoding='utf-8').replace('"version":1', '"version":2', 1), encoding='utf-8')
        files = {path: path.read_bytes() for path in own.parent.rglob('*.json') if path.parent.name != 'cache'}
        listed = self.json('classes', status=1)['classes'][0]
        self.assertEqual((listed['name'], listed['n-learners']), (made['name'], 2))
        self.assertIn('newer version', listed['problem'])
        self.assertEqual(len(self.json('learners', '--class', made['name'])['learners']), 2)
        table = self.folder / 'people.csv'
        table.write_text('Given name,Family name\nAna,García\n', encoding='utf-8')
        self.assertIn('newer version', self.ctl('import', '--class', made['name'], table, status=73).stderr)
        self.assertEqual({path: path.read_bytes() for path in files}, files)


# a disk of its own: 2 MiB, full to the last block, then read-only
DISK = r"""
set -e
mount -t tmpfs -o size=2m,mode=0700 tmpfs "$DATA" 2>/dev/null || exit 77
ctl () { "$PERSONALIZECTL" --data-dir "$DATA" "$@" 2>&1; }
expect () { status=$1; shift; set +e; said=$(ctl "$@"); got=$?; set -e
  [ $got = $status ] || { echo "$* ended with $got, not $status: $said"; exit 1; }; }
expect 0 sample --learners 2 --name Fifth
sum () { find "$DATA"/classrooms/*/learners | sort | grep json | xargs sha256sum; }
before=$(sum)
expect 73 import --class Fifth "$TABLES/many.csv"
[ "$(sum)" = "$before" ] || { echo "a full disk changed the class"; exit 1; }
dd if=/dev/zero of="$DATA/filler" bs=4k 2>/dev/null || true
expect 73 import --class Fifth "$TABLES/one.csv"
echo "$said" | grep -q "No space left" || { echo "no reason: $said"; exit 1; }
expect 73 sample --learners 2 --name Sixth
expect 0 learners
expect 0 check
[ "$(sum)" = "$before" ] || { echo "a full disk changed the class"; exit 1; }
[ -z "$(find "$DATA" -name '.*.tmp' -o -name '.sample*')" ] || { echo "left over: $(find "$DATA" -name '.*')"; exit 1; }
rm "$DATA/filler"
expect 0 import --class Fifth "$TABLES/one.csv"
mount -o remount,ro "$DATA"
expect 0 learners
expect 0 check
expect 0 show Solo
expect 73 import --class Fifth "$TABLES/two.csv"
expect 73 sample --learners 2 --name Sixth
"""


class Disks(Case):
    def test_full_and_read_only(self):
        self.data.mkdir(mode=0o700)
        for name, n in (('one', 1), ('two', 2), ('many', 300)):
            rows = ''.join('Solo%s,One,%s\n' % (i or '', 'x' * (9000 if n > 2 else 1)) for i in range(n))
            (self.folder / (name + '.csv')).write_text('Given name,Family name,Notes\n' + rows, encoding='utf-8')
        done = subprocess.run(['unshare', '--map-root-user', '--mount', 'sh', '-c', DISK], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding='utf-8', check=False,
                              env=dict(os.environ, LANGUAGE='C', DATA=self.data, TABLES=self.folder, PERSONALIZECTL=PROGRAM))
        if done.returncode == 77 or 'unshare' in done.stdout:
            self.skipTest('no name spaces here; the store is tested with the same errors injected')
        self.assertEqual((done.returncode, done.stdout), (0, ''))


if __name__ == '__main__':
    unittest.main(verbosity=2)
