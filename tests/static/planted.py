# SPDX-License-Identifier: GPL-3.0-or-later
"""A small source tree made for one test, and a check of build-aux run on it."""
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Tree:
    """with Tree({'src/core/a.c': 'text'}) as tree: status, lines = tree.run('check-layers')"""

    def __init__(self, files):
        self.files = files

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        for path, text in self.files.items():
            self.write(path, text)
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def write(self, path, text):
        full = os.path.join(self.folder.name, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, 'w', encoding='utf-8') as file:
            file.write(text)
        return full

    def run(self, check, *arguments):
        """Exit status and the lines of the check, run on this tree."""
        command = [os.path.join(ROOT, 'build-aux', check), '--root', self.folder.name, *arguments]
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        return run.returncode, run.stdout.splitlines()
