# SPDX-License-Identifier: GPL-3.0-or-later
"""The environment in which a program speaks one language and orders, counts and dates as in C.UTF-8.

Newer C libraries do not look at LANGUAGE in a locale called "C" or "C.something". So that no language pack is
needed, the locale C is used here under another name: "en", for fonts are chosen by the name.
"""
import os
import subprocess

NAME = 'en.UTF-8'
READY = '/usr/lib/locale/C.utf8'        # where some systems have it; else it takes a second to make it


def environment(language, folder):
    """Variables for a program that shall speak language; folder keeps the locale and must outlive the program."""
    path = os.path.join(folder, NAME)
    if not os.path.isdir(path):
        if os.path.isdir(READY):
            os.symlink(READY, path)
        else:
            subprocess.run(['localedef', '--inputfile=C', '--charmap=UTF-8', path], check=True)
    return {'LC_ALL': NAME, 'LOCPATH': folder, 'LANGUAGE': language}
