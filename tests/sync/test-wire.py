#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decode the vectors of the wire formats without any code of ours: length, hash, envelope, chain, head and marks.

usage: test-wire.py FOLDER SEALED-FOLDER

The key of what is sealed is that of vectors.json.
"""
import hashlib
import json
import os
import struct
import sys
import zlib

import vectors


CLASSROOM = b'b7q2mx5k9d0hw4vt'


def blake2b(data):
    return hashlib.blake2b(data, digest_size=16)


def open_envelope(data, parts):
    if data[4] == 1:
        return open_sealed(data, parts)
    assert data[:5] == b'PZO1\0', 'the envelope'
    return zlib.decompress(data[5:]).decode()


def open_sealed(data, parts):
    """What a name says is sealed with the content: id of the class, kind, device, from, to and head."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'vectors.json'), encoding='utf-8') as file:
        key = bytes.fromhex(json.load(file)['key'])
    header, nonce, sealed = data[:13], data[13:37], data[37:]
    assert header == b'PZO1\1' + bytes.fromhex(vectors.key_id(key)), 'the envelope'
    numbers = [parts[1], parts[2], parts[3], parts[4]] if parts[0] == 'seg' else [parts[1], '0', parts[2], '0']
    about = header + CLASSROOM + b'\0' + parts[0].encode() + b'\0'
    about += struct.pack('>QQQQ', int(numbers[0], 16), int(numbers[1]), int(numbers[2]), int(numbers[3], 16))
    # the cipher is its own inverse, and sealing again tells whether the tag is the right one
    content = vectors.xchacha_seal(key, nonce, sealed[:-16], b'')[:-16]
    assert vectors.xchacha_seal(key, nonce, content, about) == sealed, 'the seal'
    content = content.rstrip(b'\0')
    assert content[-1:] == b'\x80', 'the padding'
    return zlib.decompress(content[:-1]).decode()


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
    paths = [os.path.join(folder, name) for folder in sys.argv[1:] for name in sorted(os.listdir(folder))]
    print('1..%d' % len(paths))
    for number, path in enumerate(paths, 1):
        with open(path, 'rb') as file:
            data = file.read()
        name = os.path.basename(path)
        parts = name.split('-')
        assert int(parts[-3]) == len(data) and parts[-2] == blake2b(data).hexdigest(), name
        {'seg': check_segment, 'snap': check_snapshot}[parts[0]](parts, open_envelope(data, parts))
        print('ok %d %s %s' % (number, parts[0], 'sealed' if data[4] else 'plain'))


main()
