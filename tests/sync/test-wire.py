#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decode the vectors of the wire formats without any code of ours: length, hash, envelope, chain, head and marks.

usage: test-wire.py FOLDER
"""
import hashlib
import json
import os
import sys
import zlib


def blake2b(data):
    return hashlib.blake2b(data, digest_size=16)


def open_envelope(data):
    assert data[:5] == b'PZO1\0', 'the envelope'
    return zlib.decompress(data[5:]).decode()


def edits_of(text):
    """The edits as they stand in the text: what the chain is made of."""
    edits, decoder = [], json.JSONDecoder()
    at = text.index('"edits":[') + len('"edits":[')
    while text[at] != ']':
        end = decoder.raw_decode(text, at)[1]
        edits.append(text[at:end])
        at = end + (text[end] == ',')
    return edits


def check_segment(parts, text):
    device, first, last, head = parts[1], int(parts[2]), int(parts[3]), parts[4]
    segment = json.loads(text)
    assert segment['kind'] == 'segment' and segment['device'] == device
    assert (segment['from'], segment['to']) == (first, last)
    chain = bytes.fromhex(segment['prev'])
    if first == 1:
        assert chain == blake2b((segment['classroom'] + device).encode()).digest(), 'the beginning of the chain'
    for number, edit in enumerate(edits_of(text), first):
        assert json.loads(edit)['n'] == number
        assert edit == json.dumps(json.loads(edit), separators=(',', ':'), ensure_ascii=False), 'canonical bytes'
        chain = blake2b(chain + edit.encode()).digest()
    assert number == last and chain.hex()[:16] == head, 'the head of the chain'


def check_snapshot(parts, text):
    snapshot = json.loads(text)
    assert snapshot['kind'] == 'snapshot'
    for entry in snapshot['vector'].values():
        assert entry['first'] + len(entry['marks']) // 8 == entry['n'] + 1, 'one mark for each edit'
        assert not entry['marks'] or entry['chain'].startswith(entry['marks'][-8:]), 'the last mark begins the chain'
    for fields in snapshot['state'].values():
        for values in fields.values():
            assert all(value[1] <= snapshot['vector'][value[0]]['n'] for value in values)


def main():
    names = sorted(os.listdir(sys.argv[1]))
    print('1..%d' % len(names))
    for number, name in enumerate(names, 1):
        with open(os.path.join(sys.argv[1], name), 'rb') as file:
            data = file.read()
        parts = name.split('-')
        assert int(parts[-3]) == len(data) and parts[-2] == blake2b(data).hexdigest(), name
        {'seg': check_segment, 'snap': check_snapshot}[parts[0]](parts, open_envelope(data))
        print('ok %d %s' % (number, parts[0]))


main()
