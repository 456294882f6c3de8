# SPDX-License-Identifier: GPL-3.0-or-later
"""Read and write gettext catalogs (.po, .pot): just what the scripts and tests of this tree need."""
import re

ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\', 'r': '\r', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v'}
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) "(.*)"$')


class Entry:
    """One message. context and plural may be None; strings is what it is translated to, one per plural form."""

    def __init__(self):
        self.context = self.plural = None
        self.text = ''
        self.strings = []
        self.flags = set()
        self.comments = []          # lines as they stand, '#: ' and the like included

    @property
    def key(self):
        return (self.context, self.text, self.plural)


def unescape(text):
    return re.sub(r'\\(.)', lambda match: ESCAPES.get(match.group(1), match.group(1)), text)


def escape(text):
    return text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')


def parse(lines):
    """Entries in order, the header (text '') first when there is one; obsolete ones (#~) are left out."""
    entries, entry, field = [], None, None
    for line in lines:
        line = line.rstrip('\n')
        match = FIELD.match(line)
        if line.startswith('#') or not line.strip():
            if entry is not None and field is not None:
                entry, field = None, None
            if line.startswith('#') and not line.startswith('#~') and not line.startswith('#|'):
                if entry is None:
                    entry = Entry()
                entry.comments.append(line)
                if line.startswith('#,'):
                    entry.flags |= {flag.strip() for flag in line[2:].split(',')}
            continue
        if match:
            name, value = match.groups()
            if entry is None:
                entry = Entry()
            if name in ('msgctxt', 'msgid') and field is None:
                entries.append(entry)
            field = name
            append(entry, field, unescape(value), True)
        elif line.startswith('"') and line.endswith('"') and entry is not None:
            append(entry, field, unescape(line[1:-1]), False)
        else:
            raise ValueError('not a line of a catalog: ' + line)
    return entries


def append(entry, field, value, first):
    """Add a piece of a string to the field of the entry."""
    if field == 'msgctxt':
        entry.context = (entry.context or '') + value
    elif field == 'msgid':
        entry.text += value
    elif field == 'msgid_plural':
        entry.plural = (entry.plural or '') + value
    elif first:
        entry.strings.append(value)
    else:
        entry.strings[-1] += value


def load(path):
    with open(path, encoding='utf-8') as file:
        return parse(file)


def header(entries):
    """The header fields as a dict."""
    text = entries[0].strings[0] if entries and entries[0].text == '' else ''
    return dict(line.split(': ', 1) for line in text.splitlines() if ': ' in line)


def save(entries, path):
    with open(path, 'w', encoding='utf-8') as file:
        for entry in entries:
            for comment in entry.comments:
                file.write(comment + '\n')
            if entry.context is not None:
                file.write('msgctxt "%s"\n' % escape(entry.context))
            file.write('msgid "%s"\n' % escape(entry.text))
            if entry.plural is not None:
                file.write('msgid_plural "%s"\n' % escape(entry.plural))
                for i, text in enumerate(entry.strings):
                    file.write('msgstr[%d] "%s"\n' % (i, escape(text)))
            else:
                file.write('msgstr "%s"\n' % escape(entry.strings[0] if entry.strings else ''))
            file.write('\n')
