# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the catalogs share: where they are and what they must say of themselves."""
import os
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PO = os.path.join(ROOT, 'po')
BUILD_AUX = os.path.join(ROOT, 'build-aux')
sys.path[:0] = [BUILD_AUX, os.path.join(ROOT, 'tests', 'tools')]

# The plural rule of each language as gettext writes it; a new language adds its line.
PLURALS = {
    'ar': 'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);',
    'de': 'nplurals=2; plural=(n != 1);',
}


def languages():
    with open(os.path.join(PO, 'LINGUAS'), encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


def need(*tools):
    """Skip the whole test program when a tool is not installed."""
    for tool in tools:
        if shutil.which(tool) is None:
            print('%s is not installed' % tool)
            sys.exit(77)
