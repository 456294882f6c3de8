#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sealed and wrapped, computed a second time with nothing of the program: the formats are what the documents say.

usage: vectors.py FILE           check vectors.json; exit 1 when something is other than computed here
       vectors.py --write FILE   write it anew (needs the command argon2)

The C tests read the same file. Argon2id is checked when the command argon2 is there, and taken from the file else.
XChaCha20-Poly1305: RFC 8439 and draft-irtf-cfrg-xchacha-03. XSalsa20-Poly1305: Bernstein 2011.
"""
import hashlib
import json
import shutil
import struct
import subprocess
import sys

MASK = 0xffffffff


def rotate(x, n):
    return (x << n | x >> (32 - n)) & MASK


def chacha_rounds(words):
    w = list(words)
    for _ in range(10):
        for a, b, c, d in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                           (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            for x, y, z, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                w[x] = (w[x] + w[y]) & MASK
                w[z] = rotate(w[z] ^ w[x], n)
    return w


def salsa_rounds(words):
    w = list(words)
    for _ in range(10):
        for a, b, c, d in ((0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11),
                           (0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14)):
            for x, y, z, n in ((b, a, d, 7), (c, b, a, 9), (d, c, b, 13), (a, d, c, 18)):
                w[x] ^= rotate((w[y] + w[z]) & MASK, n)
    return w


SIGMA = struct.unpack('<4I', b'expand 32-byte k')


def chacha_state(key, nonce16):
    return SIGMA + struct.unpack('<8I', key) + struct.unpack('<4I', nonce16)


def salsa_state(key, nonce16):
    k, n = struct.unpack('<8I', key), struct.unpack('<4I', nonce16)
    return (SIGMA[0],) + k[:4] + (SIGMA[1],) + n + (SIGMA[2],) + k[4:] + (SIGMA[3],)


def stream(state_of, rounds, key, blocks):
    """Key stream of the 16-byte nonces in blocks."""
    out = b''
    for nonce in blocks:
        state = state_of(key, nonce)
        out += struct.pack('<16I', *((a + b) & MASK for a, b in zip(rounds(state), state)))
    return out


def poly1305(key, message):
    r = int.from_bytes(key[:16], 'little') & 0x0ffffffc0ffffffc0ffffffc0fffffff
    total = 0
    for i in range(0, len(message), 16):
        total = (total + int.from_bytes(message[i:i + 16] + b'\1', 'little')) * r % ((1 << 130) - 5)
    return ((total + int.from_bytes(key[16:], 'little')) & ((1 << 128) - 1)).to_bytes(16, 'little')


def xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


def fill(data):
    return data + bytes(-len(data) % 16)


def xchacha_seal(key, nonce, plain, about):
    w = chacha_rounds(chacha_state(key, nonce[:16]))
    subkey = struct.pack('<8I', *(w[:4] + w[12:]))
    blocks = [struct.pack('<II', i, 0) + nonce[16:] for i in range(2 + len(plain) // 64)]
    keys = stream(chacha_state, chacha_rounds, subkey, blocks)
    cipher = xor(plain, keys[64:])
    return cipher + poly1305(keys[:32], fill(about) + fill(cipher) + struct.pack('<QQ', len(about), len(cipher)))


def secretbox(key, nonce, plain):
    w = salsa_rounds(salsa_state(key, nonce[:16]))
    subkey = struct.pack('<8I', w[0], w[5], w[10], w[15], w[6], w[7], w[8], w[9])
    blocks = [nonce[16:] + struct.pack('<Q', i) for i in range(1 + (32 + len(plain)) // 64)]
    keys = stream(salsa_state, salsa_rounds, subkey, blocks)
    cipher = xor(plain, keys[32:])
    return poly1305(keys[:32], cipher) + cipher


def padded(content):
    size = len(content) + 1
    e = size.bit_length() - 1
    mask = (1 << (e - e.bit_length())) - 1 if e else 0
    return content + b'\x80' + bytes(((size + mask) & ~mask) - size)


def key_id(key):
    return hashlib.blake2b(b'personalize-key-id', key=key, digest_size=16).digest()[:8].hex()


def stretch(f):
    command = ['argon2', f['salt_text'], '-id', '-t', str(f['passes']), '-k', str(f['memory'] // 1024),
               '-p', '1', '-l', '32', '-v', '13', '-r']
    return subprocess.run(command, input=f['passphrase'].encode(), stdout=subprocess.PIPE, check=True).stdout.decode().strip()


def key_file(key, f):
    place = 'personalize-key-file|%s|%d|%s' % (f['classroom'], f['epoch'], key_id(key))
    wrapping = hashlib.blake2b(place.encode(), key=bytes.fromhex(f['stretched']), digest_size=32).digest()
    members = {'kind': 'key', 'minor': 0, 'min_reader': 0, 'classroom': f['classroom'], 'epoch': f['epoch'],
               'key': key_id(key), 'kdf': 'argon2id13', 'passes': f['passes'], 'memory': f['memory'],
               'salt': f['salt_text'].encode().hex(), 'nonce': f['nonce'],
               'wrapped': secretbox(wrapping, bytes.fromhex(f['nonce']), key).hex()}
    return json.dumps(members, separators=(',', ':')) + '\n'


def compute(v):
    """The same file with everything that can be computed."""
    key, f = bytes.fromhex(v['key']), dict(v['key_file'])
    if shutil.which('argon2'):
        f['stretched'] = stretch(f)
    sealed = bytes.fromhex(v['nonce']) + xchacha_seal(key, bytes.fromhex(v['nonce']), padded(v['content'].encode()),
                                                      v['about'].encode())
    f['bytes'] = key_file(key, f)
    return dict(v, key_id=key_id(key), sealed=sealed.hex(), key_file=f)


def main():
    path = sys.argv[-1]
    with open(path, encoding='utf-8') as file:
        vectors = json.load(file)
    if sys.argv[1] == '--write':
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(compute(vectors), file, indent=1)
            file.write('\n')
        return 0
    if compute(vectors) == vectors:
        return 0
    print(json.dumps(compute(vectors), indent=1))
    return 1


if __name__ == '__main__':
    sys.exit(main())
