#!/usr/bin/python3
# Personalize: know each learner, plan for all
# SPDX-License-Identifier: GPL-3.0-or-later
"""Crashes the store at every place it can be crashed at, and looks what is left.

    crash.py MODE [WORK...]

MODE      kill              SIGKILL at each call that changes the class; writes also torn in half
          recover           and SIGKILL again at each call of the recovery after it
          errors            EIO, ENOSPC, EDQUOT, EROFS at each call: once, once with another try, from then on
          power             a power cut at each moment: what was not flushed is lost in any combination
          power-ordered     the same, but entries of folders are lost in order
          power-recovery    SIGKILL, and a power cut while the next program recovers and goes on
          mutants           the power cut again with each single flush left out: it must be noticed
          mutants-recovery  and with each flush of a recovery left out
          writers           two programs side by side, one killed at each call
          flushes           how many flushes each commit takes
WORK      letters of workload.c; the default is all that the mode is for

Right is what was acknowledged, or that and the one step which was under way; nothing between, nothing left over. Each
line says how many runs there were and how many were bad; the exit status is 1 when any was. CRASH_FULL=1 leaves
nothing out where the default takes a seeded sample, CRASH_QUICK=1 takes a small one; CRASH_DIR chooses where the
classes are made."""
import collections
import errno
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile

import power

WORKLOAD = os.environ['CRASH_WORKLOAD']
WRITER = os.environ['CRASH_WRITER']
SHIM = os.environ['CRASH_SHIM']
FULL = os.environ.get('CRASH_FULL', '') not in ('', '0')
QUICK = os.environ.get('CRASH_QUICK', '') not in ('', '0')
BATCH = 100
# below these the simulator does not bite
LEAST_STATES = {'s': 40, 'm': 500}
ERRNOS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS)

Run = collections.namedtuple('Run', 'status lines acked refused uncertain n_calls')
State = collections.namedtuple('State', 'number history snapshots text')


def sample(values, most):
    """Evenly spread; everything with CRASH_FULL."""
    values = list(values)
    most = max(3, most // 20) if QUICK else most
    if FULL or len(values) <= most:
        return values
    return [values[i * len(values) // most] for i in range(most)]


def is_flush(line):
    return line.split(' ')[1] in ('FSYNC', 'SYNCFS')


def write_file(path, data):
    """Half a million small ones are written: without a file object each takes half the time."""
    file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL | os.O_CLOEXEC, 0o600)
    if os.write(file, data) != len(data):
        raise OSError(errno.ENOSPC, path)
    os.close(file)


def without_sanitizer_preload(environment):
    """A program built with AddressSanitizer wants to be first; loading the shim before it is meant."""
    options = environment.get('ASAN_OPTIONS', '')
    environment['ASAN_OPTIONS'] = (options + ':' if options else '') + 'verify_asan_link_order=0:detect_leaks=0'


class Server:
    """One program that runs the workload as often as it is asked to, each time in a process of its own: see serve.h"""

    def __init__(self, place, environment):
        self.errors = open(os.path.join(place, 'errors'), 'w+', encoding='utf-8')
        self.program = subprocess.Popen([WORKLOAD, 'serve'], env=dict(environment, LD_PRELOAD=SHIM, LD_BIND_NOW='1'),
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True)

    def run(self, *words, **settings):
        """-> status, negative when a signal ended it, and what it printed, in lines"""
        names = ['%s=%s' % setting for setting in settings.items()]
        self.program.stdin.write('\t'.join(names + list(words)) + '\n')
        self.program.stdin.flush()
        lines = []
        for line in self.program.stdout:
            if line.startswith('END '):
                return int(line.split()[1]), lines
            lines.append(line.rstrip('\n'))
        raise SystemExit('the workload ended: ' + self.complaint())

    def complaint(self):
        """The end of what it wrote on its standard error output."""
        self.errors.seek(0)
        return self.errors.read()[-2000:]

    def close(self):
        self.program.stdin.close()
        self.program.wait()
        self.program.stdout.close()
        self.errors.close()


class Queue:
    def __init__(self, harness, work):
        self.harness = harness
        self.work = work
        self.waiting = []
        self.n_runs = 0
        self.bad = []

    def add(self, wrong, *words):
        """Takes the class as it is now; wrong(state) says later why it is not right, words say which run it was."""
        folder = os.path.join(self.harness.place, 'left-%d' % len(self.waiting))
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(self.harness.class_folder, folder)
        self.waiting.append((folder, wrong, words))
        self.n_runs += 1
        if len(self.waiting) == BATCH:
            self.finish()

    def finish(self):
        if self.waiting:
            states = self.harness.check(self.work, [folder for folder, _, _ in self.waiting])
            for state, (_, wrong, words) in zip(states, self.waiting):
                why = wrong(state)
                if why:
                    self.bad.append(words + (why,))
        self.waiting = []


class Harness:
    def __init__(self, place):
        self.place = place
        self.class_folder = os.path.join(place, 'class-now')
        self.trace = os.path.join(place, 'trace')
        self.environment = dict(os.environ, G_DEBUG='')
        without_sanitizer_preload(self.environment)
        self.server = Server(place, self.environment)
        self.beginnings = {}
        self.n_bad = 0

    # running the workload

    def begin(self, work):
        """A class in state 0, made once and copied."""
        if work not in self.beginnings:
            folder = os.path.join(self.place, 'begin-' + work)
            os.mkdir(folder, 0o700)
            subprocess.run([WORKLOAD, 'init', work, folder], check=True, env=self.environment)
            self.beginnings[work] = folder
        self.restore(self.beginnings[work])

    def restore(self, folder):
        shutil.rmtree(self.class_folder, ignore_errors=True)
        shutil.copytree(folder, self.class_folder, symlinks=True)

    def run(self, work, command='run', keep_trace=False, **settings):
        if not keep_trace and os.path.exists(self.trace):
            os.unlink(self.trace)
        status, _ = self.server.run(command, work, self.class_folder, SHIM_DIR=self.class_folder, SHIM_TRACE=self.trace,
                                    **settings)
        with open(self.trace, encoding='utf-8') as file:
            lines = file.read().splitlines()
        words = [line.split(' ') for line in lines]
        acked = [int(f[2]) for f in words if f[1] == 'ACK']
        return Run(status, lines, max(acked, default=0),
                   [int(f[2]) for f in words if f[1] == 'REFUSED'], [int(f[2]) for f in words if f[1] == 'UNCERTAIN'],
                   max((int(f[0]) for f in words), default=0))

    def check(self, work, folders=None, **settings):
        folders = folders or [self.class_folder]
        _, lines = self.server.run('check', work, *folders, **settings)
        states = []
        for line in lines:
            number, history, snapshots, *text = line.split(' ')
            states.append(State(int(number), int(history), int(snapshots), ' '.join(text)))
        missing = len(folders) - len(states)
        return states + [State(-1, 0, 0, 'crashed: ' + self.server.complaint())] * missing

    def calls(self, work, **settings):
        """-> number of calls of an undisturbed run, and which of them write"""
        self.begin(work)
        run = self.run(work, **settings)
        if run.status != 0:
            raise SystemExit('the workload %s does not run: %s' % (work, run.lines[-2:]))
        return run.n_calls, {int(line.split(' ')[0]) for line in run.lines if ' WRITE ' in line}

    def queue(self, work):
        """Checks what runs left in batches, to start fewer programs."""
        return Queue(self, work)

    # judging

    @staticmethod
    def wrong(work, state, low, high, history=None):
        """Why a state is not right, or None."""
        if state.number < 0 or state.text:
            return state.text or 'no state'
        if not low <= state.number <= high:
            return 'state %d, not %d to %d' % (state.number, low, high)
        if state.snapshots < 0:
            return 'a snapshot is not whole'
        if work == 'r' and low > 0 and state.snapshots == 0:
            return 'the snapshot is lost'
        if history is not None and not history[0] <= state.history <= history[1]:
            return 'history has %d lines, not %d to %d' % (state.history, *history)
        return None

    def report(self, mode, work, n_runs, bad, more=''):
        self.n_bad += len(bad)
        print('%-16s %s  runs %5d  bad %d %s' % (mode, work, n_runs, len(bad), more), flush=True)
        for example in bad[:3]:
            print('    e.g. %s' % (example,), flush=True)

    # the modes

    def kill(self, work):
        n_calls, writes = self.calls(work, WORKLOAD_HISTORY=1)
        queue = self.queue(work)
        plans = [(k, 0) for k in range(1, n_calls + 1)] + [(k, 1) for k in sorted(writes)]
        for k, torn in sample(plans, 2000):
            self.begin(work)
            run = self.run(work, WORKLOAD_HISTORY=1, SHIM_KILL=k, SHIM_TORN=torn)
            queue.add(lambda state, run=run: self.wrong_after_kill(work, run, state), k, torn, run.acked)
        queue.finish()
        self.report('kill', work, queue.n_runs, queue.bad, 'calls %d' % n_calls)

    def wrong_after_kill(self, work, run, state):
        if run.status != -signal.SIGKILL:
            return 'was not killed'
        # the line of history of the step that was under way may stand there or not
        return self.wrong(work, state, run.acked, run.acked + 1, (run.acked, run.acked + 1))

    def recover(self, work):
        n_calls, _ = self.calls(work)
        crashed = os.path.join(self.place, 'crashed')
        queue = self.queue(work)
        for k in sample(range(1, n_calls + 1), 25 if work in 'ib' else 400):
            self.begin(work)
            acked = self.run(work, SHIM_KILL=k).acked
            shutil.rmtree(crashed, ignore_errors=True)
            os.rename(self.class_folder, crashed)
            for j in self.recovery_calls(work, crashed, 12 if work in 'ib' else 400):
                self.restore(crashed)
                self.check(work, SHIM_DIR=self.class_folder, SHIM_KILL=j)
                queue.add(lambda state, low=acked: self.wrong(work, state, low, low + 1), k, j, acked)
        queue.finish()
        self.report('recover', work, queue.n_runs, queue.bad, 'calls %d' % n_calls)

    def recovery_calls(self, work, crashed, most):
        """Which calls of the recovery to kill at; one at least, where it does nothing."""
        self.restore(crashed)
        if os.path.exists(self.trace):
            os.unlink(self.trace)
        self.check(work, SHIM_DIR=self.class_folder, SHIM_TRACE=self.trace)
        with open(self.trace, encoding='utf-8') as file:
            n_calls = max(int(line.split(' ')[0]) for line in file)
        return sample(range(1, max(n_calls, 1) + 1), most)

    def errors(self, work):
        n_calls, _ = self.calls(work, WORKLOAD_HISTORY=1)
        queue = self.queue(work)
        n_uncertain = 0
        for number, (sticky, command) in itertools.product(ERRNOS, ((0, 'run'), (1, 'run'), (0, 'retry'))):
            for k in sample(range(1, n_calls + 1), {'i': 40, 'b': 20}.get(work, 400)):
                self.begin(work)
                run = self.run(work, command, WORKLOAD_HISTORY=1, SHIM_FAIL=k, SHIM_ERRNO=number, SHIM_STICKY=sticky)
                n_uncertain += len(run.uncertain)
                queue.add(lambda state, run=run, command=command: self.wrong_after_error(work, run, command, state),
                          errno.errorcode[number], k, 'sticky' if sticky else command, run.acked)
        queue.finish()
        self.report('errors', work, queue.n_runs, queue.bad, 'calls %d, uncertain %d' % (n_calls, n_uncertain))

    def wrong_after_error(self, work, run, command, state):
        if command == 'retry' and run.status != 0:
            return 'another try failed: %s' % run.lines[-2:]
        # what was refused did not happen; what is uncertain may have
        high = run.acked + (1 if run.uncertain else 0)
        return self.wrong(work, state, run.acked, high, (run.acked, run.acked + 2))

    def power(self, work, ordered=False):
        self.begin(work)
        root, base = power.load(self.class_folder)
        operations = power.Parser(base).parse(self.run(work).lines)
        moments = power.Moments(root, base, operations, ordered, self.power_limit(work))
        known, bad, n_trees = {}, [], 0
        for n_trees, why in enumerate(self.judge(work, moments, known), 1):
            if why:
                bad.append(why)
        least = 0 if ordered or QUICK else LEAST_STATES.get(work, 0)
        if len(known) < least:
            bad.append('only %d distinct states: too few to find anything' % len(known))
        self.report('power-ordered' if ordered else 'power', work, n_trees, bad,
                    'operations %d, most pending %d, distinct states %d' %
                    (len(operations), moments.most_pending, len(known)))

    @staticmethod
    def power_limit(work):
        if FULL:
            return 400
        return {'i': 4, 'b': 2}.get(work, 40)

    def power_ordered(self, work):
        self.power(work, True)

    def judge(self, work, moments, known):
        """Yields for each tree why it is wrong, or None; asks the store about each distinct one once, in batches."""
        batch = {}
        waiting = []
        for files, low, high in moments:
            key = frozenset(files.items())
            waiting.append((key, low, high))
            if key not in known and key not in batch:
                batch[key] = files
            if len(batch) >= BATCH or len(waiting) >= 20 * BATCH:
                yield from self.judge_batch(work, batch, waiting, known)
        yield from self.judge_batch(work, batch, waiting, known)

    def judge_batch(self, work, batch, waiting, known):
        folders = []
        for i, files in enumerate(batch.values()):
            folder = os.path.join(self.place, 'power-%d' % i)
            shutil.rmtree(folder, ignore_errors=True)
            os.mkdir(folder, 0o700)
            for path, data in sorted(files.items()):
                if data is None:
                    os.mkdir(os.path.join(folder, path), 0o700)
                else:
                    write_file(folder + '/' + path, data)
            folders.append(folder)
        if folders:
            known.update(zip(batch, self.check(work, folders)))
        batch.clear()
        for key, low, high in waiting:
            yield self.wrong(work, known[key], low, high)
        waiting.clear()

    def power_recovery(self, work):
        n_calls, _ = self.calls(work)
        n_trees, known, bad = 0, {}, []
        for k in sample(range(1, n_calls + 1), 12 if work in 'ib' else 40):
            self.begin(work)
            root, base = power.load(self.class_folder)
            before = power.Parser(base).parse(self.run(work, SHIM_KILL=k).lines)
            # what was killed acknowledged some steps; the next one finds one more at most, and goes on
            operations = power.Parser(base).parse(self.run(work, keep_trace=True, WORKLOAD_SEED=2).lines)
            moments = power.Moments(root, base, operations, False, 400 if FULL else 3, begin=len(before))
            for why in self.judge(work, moments, known):
                n_trees += 1
                if why:
                    bad.append((k, why))
        self.report('power-recovery', work, n_trees, bad, 'distinct states %d' % len(known))

    def mutants(self, work):
        self.begin(work)
        flushes = [line for line in self.run(work).lines if is_flush(line)]
        survivors, known = [], {}
        numbers = sample(range(1, len(flushes) + 1), 400)
        for n in numbers:
            self.begin(work)
            root, base = power.load(self.class_folder)
            run = self.run(work, PZ_SKIP_FLUSH=n)
            if sum(map(is_flush, run.lines)) != len(flushes) - 1 or run.status != 0:
                raise SystemExit('flush %d was not left out' % n)
            operations = power.Parser(base).parse(run.lines)
            # before the one that comes in its place nothing is different yet
            flushed = [i for i, operation in enumerate(operations) if operation.kind.startswith('flush')]
            moments = power.Moments(root, base, operations, False, self.power_limit(work),
                                    begin=([0] + flushed)[n - 1])
            if not any(self.judge(work, moments, known)):
                survivors.append('flush %d was left out and nobody noticed' % n)
        self.report('mutants', work, len(numbers), survivors, 'flushes %d, each left out once' % len(flushes))

    def mutants_recovery(self, work):
        """The flushes of a recovery, left out in the program that comes after a killed one."""
        n_calls, _ = self.calls(work)
        roles, noticed, known = set(), set(), {}
        for k in sample(range(1, n_calls + 1), 200):
            root, base, before = self.crash(work, k)
            lines = self.run(work, keep_trace=True, WORKLOAD_SEED=2).lines[len(before):]
            # all that are before the program says which state it found
            found = [line.split(' ')[1] for line in lines].index('FOUND')
            n_flushes = sum(map(is_flush, lines[:found]))
            for role in [(n, n_flushes) for n in range(1, n_flushes + 1)]:
                roles.add(role)
                if role in noticed:
                    continue
                root, base, before = self.crash(work, k)
                run = self.run(work, keep_trace=True, WORKLOAD_SEED=2, PZ_SKIP_FLUSH=role[0])
                begin = len(power.Parser(base).parse(before))
                operations = power.Parser(base).parse(run.lines)
                if any(self.judge(work, power.Moments(root, base, operations, False, 8, begin=begin), known)):
                    noticed.add(role)
        bad = ['flush %d of the %d of a recovery was left out and nobody noticed' % role for role in roles - noticed]
        self.report('mutants-recovery', work, len(roles), bad, 'flushes, each left out once')

    def crash(self, work, k):
        self.begin(work)
        root, base = power.load(self.class_folder)
        return root, base, self.run(work, SHIM_KILL=k).lines

    def writers(self, work):
        n_runs, bad, k, finished = 0, [], 0, False
        while not finished and k < 400:
            k += 1
            finished, why = self.write_side_by_side(k)
            n_runs += 1
            if why:
                bad.append((k, why))
        self.report('writers', work, n_runs, bad)

    def write_side_by_side(self, k):
        self.begin('o')
        subprocess.run([WORKLOAD, 'run', 'o', self.class_folder], env=self.environment, check=True)
        os.unlink(os.path.join(self.class_folder, 'class', 'classroom.json'))
        traces = [os.path.join(self.place, 'trace-' + name) for name in 'ab']
        writers = []
        for name, trace, kill in (('a', traces[0], k), ('b', traces[1], 0)):
            if os.path.exists(trace):
                os.unlink(trace)
            environment = dict(self.environment, LD_PRELOAD=SHIM, SHIM_DIR=self.class_folder, SHIM_TRACE=trace,
                               SHIM_KILL=str(kill))
            writers.append(subprocess.Popen([WRITER, name, self.class_folder], env=environment,
                                            stdin=subprocess.PIPE, stderr=subprocess.PIPE))
        for writer in writers:
            writer.stdin.write(b'.')
            writer.stdin.flush()
        errors = [writer.communicate()[1] for writer in writers]
        acked = []
        for trace in traces:
            with open(trace, encoding='utf-8') as file:
                acked.append([int(line.split(' ')[2]) for line in file if ' ACK ' in line])
        # opening once more recovers what the killed one left, as the next program would
        self.check('o')
        return writers[0].returncode == 0, self.wrong_beside(writers, errors, acked)

    def wrong_beside(self, writers, errors, acked):
        here = os.path.join(self.class_folder, 'class')
        with open(os.path.join(here, 'classroom.json'), encoding='utf-8') as file:
            shared = file.read().splitlines()
        if writers[1].returncode != 0:
            return 'the other writer failed: %s' % errors[1].decode()
        for name, steps in zip('ab', acked):
            mine = [int(line[1:]) for line in shared if line.startswith(name)]
            if mine not in (steps, steps + [len(steps) + 1]):
                return 'writer %s has acknowledged %s, in the file is %s' % (name, steps, mine)
            path = os.path.join(here, 'learners', 'writer-%s.json' % name)
            own = 0
            if os.path.exists(path):
                with open(path, 'rb') as file:
                    own = int.from_bytes(file.read(), sys.byteorder)
            if own != len(mine):
                return 'the two files of one commit differ: %d and %d' % (own, len(mine))
        left = [name for _, folders, files in os.walk(here) for name in folders + files
                if name.startswith('.') or '.journal' in name]
        return 'left over: %s' % left if left else None

    def flushes(self, work):
        """A commit of one file: 2. Of n to 64: each file and each folder, the record and its folder, the folders
        again, the record's folder again. Of more: 5."""
        expected = {'s': [2, 2, 2, 3, 2], 'i': [38, 2, 2], 'b': [5, 2, 5, 2]}[work]
        self.begin(work)
        counts, now = [], 0
        for line in self.run(work).lines:
            if is_flush(line):
                now += 1
            elif line.split(' ')[1] == 'ACK':
                counts.append(now)
                now = 0
        bad = [] if counts == expected else ['flushes of each step %s, not %s' % (counts, expected)]
        self.report('flushes', work, len(counts), bad, str(counts))


WORKS = {'kill': 'smdribo', 'recover': 'smdribo', 'errors': 'smdribo', 'power': 'smdribo', 'power-ordered': 'smdribo',
         'power-recovery': 'smdiro', 'mutants': 'smdribo', 'mutants-recovery': 'smdr',
         'writers': 'w', 'flushes': 'sib'}


def main():
    mode = sys.argv[1]
    works = ''.join(sys.argv[2:]) or WORKS[mode]
    place = os.environ.get('CRASH_DIR') or ('/dev/shm' if os.access('/dev/shm', os.W_OK) else None)
    with tempfile.TemporaryDirectory(prefix='pz-crash-', dir=place) as folder:
        harness = Harness(folder)
        for work in works:
            getattr(harness, mode.replace('-', '_'))(work)
        harness.server.close()
    return 1 if harness.n_bad else 0


if __name__ == '__main__':
    sys.exit(main())
