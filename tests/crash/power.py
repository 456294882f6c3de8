# Personalize: know each learner, plan for all
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a disk may hold after a power cut, worked out from a trace of the calls that led there.

Until a flush says otherwise, each 4 KB of data, each size of a file and each entry of a folder may be on the disk or
not, in any combination ("any order"; Pillai et al. 2014, ALICE). With "ordered", entries of folders reach the disk
in the order they were made, as they do in the file systems in use; data still come in any order."""
import itertools
import os
import random

PAGE = 4096


class Operation:
    """One thing that may be lost: the inodes whose flush saves it, and how it changes the tree."""

    def __init__(self, kind, inodes, change):
        self.kind = kind        # 'entry', 'data'; 'flush', 'flush-all'; 'ack', 'found'
        self.inodes = inodes
        self.change = change


def load(folder):
    """-> (inode of the root, {inode: {name: inode} of a folder or bytes of a file})"""
    inodes = {}
    root = os.lstat(folder).st_ino
    inodes[root] = {}
    for path, folders, files in os.walk(folder):
        here = inodes[os.lstat(path).st_ino]
        for name in folders:
            inode = os.lstat(os.path.join(path, name)).st_ino
            inodes[inode] = {}
            here[name] = inode
        for name in files:
            inode = os.lstat(os.path.join(path, name)).st_ino
            with open(os.path.join(path, name), 'rb') as file:
                inodes[inode] = file.read()
            here[name] = inode
    return root, inodes


class Parser:
    """File systems give the inode number of a removed file to a new one: here each gets a number of its own."""

    def __init__(self, base):
        self.used = set(base)
        self.now = {}
        self.lock = {tree['lock'] for tree in base.values() if isinstance(tree, dict) and 'lock' in tree}
        self.fresh = 0

    def old(self, text):
        return self.now.get(int(text), int(text))

    def new(self, text):
        inode = int(text)
        if inode in self.used:
            self.fresh -= 1
            self.now[inode] = self.fresh
        self.used.add(inode)
        return self.old(text)

    def parse(self, lines):
        operations = []
        for line in lines:
            operations += self.parse_line(line.split(' '))
        return operations

    def parse_line(self, f):
        kind = f[1]
        if kind in ('CREATE', 'MKDIR', 'LINK'):
            above = self.old(f[2])
            inode = self.old(f[4]) if kind == 'LINK' else self.new(f[4])
            if f[3] == 'lock':
                self.lock.add(inode)
            return [Operation('entry', (above,), (kind, above, f[3], inode))]
        if kind == 'RENAME':
            above, below = self.old(f[2]), self.old(f[4])
            return [Operation('entry', (above, below), (kind, above, f[3], below, f[5], self.old(f[6])))]
        if kind == 'UNLINK':
            return [Operation('entry', (self.old(f[2]),), (kind, self.old(f[2]), f[3]))]
        if kind == 'FSYNC':
            return [Operation('flush', (self.old(f[2]),), None)]
        if kind == 'SYNCFS':
            return [Operation('flush-all', (), None)]
        if kind in ('ACK', 'FOUND'):
            return [Operation(kind.lower(), (), int(f[2]))]
        if kind in ('WRITE', 'TRUNCATE'):
            inode = self.old(f[2])
            # what is in the lock file matters only while the system runs
            if inode in self.lock:
                return []
            if kind == 'TRUNCATE':
                return [Operation('data', (inode,), (kind, inode, int(f[3])))]
            return self.pages(inode, int(f[3]), bytes.fromhex(f[4]))
        return []

    @staticmethod
    def pages(inode, offset, data):
        operations = []
        at = 0
        while at < len(data):
            length = min(PAGE - (offset + at) % PAGE, len(data) - at)
            operations.append(Operation('data', (inode,), ('SIZE', inode, offset + at + length)))
            operations.append(Operation('data', (inode,), ('DATA', inode, offset + at, data[at:at + length])))
            at += length
        return operations


class Tree:
    """The inodes of a class; a copy shares what neither changes."""

    def __init__(self, inodes):
        self.inodes = inodes
        self.own = set()

    def copy(self):
        self.own = set()
        return Tree(dict(self.inodes))

    def folder(self, inode):
        if inode not in self.own:
            self.inodes[inode] = dict(self.inodes.get(inode, {}))
            self.own.add(inode)
        return self.inodes[inode]

    def apply(self, change):
        kind = change[0]
        if kind in ('CREATE', 'LINK'):
            self.inodes.setdefault(change[3], b'')
            self.folder(change[1])[change[2]] = change[3]
        elif kind == 'MKDIR':
            self.inodes.setdefault(change[3], {})
            self.folder(change[1])[change[2]] = change[3]
        elif kind == 'RENAME':
            # the name it had goes, unless something else has it by now
            self.inodes.setdefault(change[5], b'')
            if self.folder(change[1]).get(change[2]) == change[5]:
                del self.folder(change[1])[change[2]]
            self.folder(change[3])[change[4]] = change[5]
        elif kind == 'UNLINK':
            self.folder(change[1]).pop(change[2], None)
        else:
            self.inodes[change[1]] = self.changed(self.inodes.get(change[1], b''), change)

    @staticmethod
    def changed(data, change):
        if change[0] == 'SIZE':
            return data.ljust(change[2], b'\0')
        if change[0] == 'TRUNCATE':
            return data[:change[2]].ljust(change[2], b'\0')
        # data beyond the size that reached the disk cannot be seen
        offset, new = change[2], change[3][:max(0, len(data) - change[2])]
        return data[:offset] + new + data[offset + len(new):]

    def files(self, root, prefix='', seen=()):
        """-> {path: bytes, or None for a folder}"""
        found = {}
        for name, inode in self.inodes[root].items():
            what = self.inodes[inode]
            if not isinstance(what, dict):
                found[prefix + name] = what
            elif inode not in seen:
                found[prefix + name + '/'] = None
                found.update(self.files(inode, prefix + name + '/', seen + (inode,)))
        return found


def subsets(pending, operations, ordered, limit, rnd):
    """Which of the pending operations reached the disk; all subsets of a few, of many a seeded choice."""
    if ordered:
        entries = [i for i in pending if operations[i].kind == 'entry']
        data = [i for i in pending if operations[i].kind == 'data']
        lengths = range(len(entries) + 1)
        if len(entries) > 4 * limit:
            lengths = rnd.sample(lengths, limit) + [len(entries)]
        for length in lengths:
            some = [tuple(i for i in data if rnd.random() < 0.5) for _ in range(min(limit // 20 + 2, 2 ** len(data)))]
            for chosen in [(), tuple(data)] + some:
                yield tuple(entries[:length]) + chosen
    elif len(pending) <= 8:
        for length in range(len(pending) + 1):
            yield from itertools.combinations(pending, length)
    else:
        singles = pending if len(pending) <= limit else rnd.sample(pending, limit)
        yield ()
        yield tuple(pending)
        yield from ((one,) for one in singles)
        yield from (tuple(i for i in pending if i != one) for one in singles)
        yield from (tuple(pending[:length]) for length in range(0, len(pending), max(1, len(pending) // limit)))
        for share in (0.2, 0.5, 0.8):
            yield from (tuple(i for i in pending if rnd.random() < share) for _ in range(limit))


class Moments:
    """Walks through a trace and yields, for each moment, every tree the disk may hold and which states are right."""

    def __init__(self, root, base, operations, ordered=False, limit=40, seed=1, begin=0):
        self.root = root
        self.tree = Tree(dict(base))
        self.operations = operations
        self.ordered = ordered
        self.limit = limit
        self.random = random.Random(seed)
        self.begin = begin      # moments before this operation are not looked at
        self.most_pending = 0

    def __iter__(self):
        # what comes before the first pending operation is folded into the tree: it is on the disk in any case
        waiting = []            # indices not folded yet, in order
        pending = set()
        low = high = 0
        for at in range(len(self.operations) + 1):
            if at >= self.begin:
                yield from self.moment(waiting, sorted(pending), low, high)
            if at == len(self.operations):
                return
            operation = self.operations[at]
            if operation.kind == 'ack':
                low = high = operation.change
            elif operation.kind == 'found':
                high = max(high, operation.change)
            elif operation.kind == 'flush-all':
                pending.clear()
            elif operation.kind == 'flush':
                pending = {i for i in pending if operation.inodes[0] not in self.operations[i].inodes}
            else:
                waiting.append(at)
                pending.add(at)
            while waiting and waiting[0] not in pending:
                self.tree.apply(self.operations[waiting.pop(0)].change)

    def moment(self, waiting, pending, low, high):
        self.most_pending = max(self.most_pending, len(pending))
        lost_or_not = set(pending)
        done = set()
        for chosen in subsets(pending, self.operations, self.ordered, self.limit, self.random):
            chosen = frozenset(chosen)
            if chosen in done:
                continue
            done.add(chosen)
            tree = self.tree.copy()
            for i in waiting:
                if i not in lost_or_not or i in chosen:
                    tree.apply(self.operations[i].change)
            yield tree.files(self.root), low, high + 1
