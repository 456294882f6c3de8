#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""CASE frameworks are imported and shown by personalizectl.

environment: PERSONALIZECTL, the program
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ['PERSONALIZECTL']
ROOT = '00000000-0000-4000-8000-00000000000a'


def package(items, children):
    """items: (id, statement); children: (id, parent), at the top without a parent."""
    return {
        'CFDocument': {'identifier': ROOT, 'title': 'Reading \x1b[31m', 'creator': 'A test'},
        'CFItems': [{'identifier': name, 'fullStatement': text, 'humanCodingScheme': name.upper()} for name, text in items],
        'CFAssociations': [{'identifier': '%s-%s' % (child, parent or 'top'), 'associationType': 'isChildOf',
                            'originNodeURI': {'identifier': child},
                            'destinationNodeURI': {'identifier': parent or ROOT}} for child, parent in children]}


ITEMS = [('b', 'Reads <b>aloud</b>'), ('a', 'Reads'), ('c', 'Spells'), ('lost', 'Writes')]
FIRST = package(ITEMS, [('a', None), ('b', 'a'), ('c', 'a'), ('c', 'b')])


class Frameworks(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='personalize-test-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.path = self.write('any-name', json.dumps(FIRST, indent=1))
        table = self.write('5b.csv', 'name\nNoor Jansen\n')
        self.ctl('import', table)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def ctl(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, '--data-dir', str(self.folder / 'data'), *map(str, arguments)],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', check=False, timeout=60,
                              env=dict(os.environ, LANGUAGE='C'))
        self.assertEqual(done.returncode, status, '%s\n%s%s' % (arguments, done.stdout, done.stderr))
        return done

    def json(self, *arguments):
        return json.loads(self.ctl('--json', *arguments).stdout)

    def files(self):
        return sorted(path for path in (self.folder / 'data').rglob('frameworks/*.json') if 'snapshots' not in path.parts)

    def test_dry_run_says_and_writes_nothing(self):
        done = self.ctl('import', self.path, '--dry-run')
        self.assertIn(': 4 new, 0 changed, 0 as before, 0 back, 0 no longer in the file', done.stdout)
        self.assertIn('3 placed, 1 of them at the top, 3 deep; 1 not placed', done.stdout)
        self.assertIn('  + B  Reads <b>aloud</b>\n', done.stdout)
        self.assertRegex(done.stderr, r'any-name, line \d+: Nothing says where the item belongs')
        self.assertNotIn('\x1b', done.stdout + done.stderr)
        self.assertEqual(self.files(), [])

    def test_import_again_changes_nothing(self):
        report = self.json('import', self.path)['files'][0]
        self.assertEqual([message['code'] for message in report['messages']], ['case-text-altered', 'case-not-placed'])
        framework = report['framework']
        self.assertEqual((framework['id'], framework['kind'], framework['standards']['n-new']), (ROOT, 'new', 4))
        self.assertEqual((framework['n-placed'], framework['depth'], framework['associations']['n-new']), (3, 3, 4))
        before = self.files()[0].read_bytes()
        again = self.json('import', self.path)['files'][0]['framework']
        self.assertEqual((again['kind'], again['standards']['n-same'], again['differences']), ('same', 4, []))
        self.assertEqual(self.files()[0].read_bytes(), before)
        self.ctl('check')

    def test_update(self):
        self.ctl('import', self.path)
        changed = self.write('new.json', json.dumps({'CFPackage': package([('a', 'Reads well'), ('c', 'Spells')],
                                                                          [('a', None), ('c', 'a')])}))
        framework = self.json('import', changed)['files'][0]['framework']
        self.assertEqual({one['id']: (one['kind'], one['fields']) for one in framework['differences']},
                         {'a': ('changed', ['statement']), 'b': ('gone', []), 'lost': ('gone', [])})
        rows = {row['id']: row for row in self.json('frameworks')['frameworks'][0]['standards']}
        self.assertIn('retired', rows['b'])
        self.assertNotIn('retired', rows['a'])
        self.assertIn('B  Reads <b>aloud</b>  [retired]', self.ctl('frameworks').stdout)

    def test_tree(self):
        self.ctl('import', self.path)
        framework = self.json('frameworks')['frameworks'][0]
        self.assertEqual((framework['n-standards'], framework['n-with-goals'], framework['deleted']), (4, 0, False))
        self.assertEqual([(row['id'], row.get('parent'), row['depth'], row['placed'], row['again'])
                          for row in framework['standards']],
                         [('a', None, 0, True, False), ('b', 'a', 1, True, False), ('c', 'b', 2, True, False),
                          ('c', 'a', 1, True, True), ('lost', None, 0, False, False)])
        found = self.json('frameworks', '--search', 'ALOUD')['frameworks'][0]['standards']
        self.assertEqual([row['id'] for row in found], ['a', 'b'])
        text = self.ctl('frameworks', '--search', 'spells').stdout
        self.assertIn('    B  Reads', text)
        self.assertIn('      C  Spells', text)
        self.assertNotIn('Not placed', text)
        self.assertIn('Not placed\n    LOST  Writes\n', self.ctl('frameworks').stdout)
        self.assertEqual(self.json('frameworks', '--deleted')['frameworks'], [])

    def test_deep_chains_are_printed(self):
        names = ['n%d' % i for i in range(3000)]
        chain = package([(name, 'S') for name in names], [(name, names[i - 1] if i else None) for i, name in enumerate(names)])
        self.ctl('import', self.write('deep.json', json.dumps(chain)))
        rows = self.json('frameworks')['frameworks'][0]['standards']
        self.assertEqual((len(rows), rows[-1]['depth']), (3000, 2999))
        self.assertEqual(len(self.ctl('frameworks').stdout.splitlines()), 3001)

    def test_what_is_refused(self):
        cut = self.write('cut.json', json.dumps(FIRST, indent=1)[:200])
        done = self.ctl('import', cut, status=65)
        self.assertRegex(done.stderr, r'cut\.json: line \d+, column \d+')
        self.ctl('import', self.write('other.json', '{"a":1}'), status=65)
        self.ctl('import', self.write('deep.json', '{"CFItems":' + '[' * 76000), status=65)
        self.assertIn('--map', self.ctl('import', self.path, '--map', 'a=b', status=2).stderr)
        self.assertIn('--bring-back', self.ctl('import', self.path, '--bring-back', status=2).stderr)
        self.assertEqual(self.files(), [])

    def test_what_is_no_item_is_left_out(self):
        broken = dict(FIRST, CFItems=FIRST['CFItems'] + [7])
        self.assertIn('left out', self.ctl('import', self.write('broken.json', json.dumps(broken)), status=1).stderr)
        self.assertEqual(len(self.files()), 1)

    def test_damaged_framework_is_named(self):
        self.ctl('import', self.path)
        self.files()[0].write_text('{', encoding='utf-8')
        done = self.ctl('--json', 'frameworks', status=1)
        self.assertIn('problem', json.loads(done.stdout)['frameworks'][0])
        self.ctl('import', self.path, status=65)


if __name__ == '__main__':
    unittest.main()
