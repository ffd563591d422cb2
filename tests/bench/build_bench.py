#!/usr/bin/python3
"""Measures `stancegraph build` over a folder of articles.

usage: build_bench.py PROGRAM FOLDER [--runs N] [--threads N[,N...]] [--rules FOLDER]

For each number of threads: the best and the median wall time of N runs, CPU time, peak memory, MB of input a second
(of the best run), and whether claims.jsonl and the graphs have the same bytes in all runs of all thread counts. One run
before the first is not counted: it fills the page cache. Exit code 1 where bytes differ, 2 where a run fails.
"""
import argparse
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time


def size_of(folder):
    return sum(os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names
               if name.endswith((".txt", ".md", ".html", ".jsonl", ".conllu")))


def digest_of(folder):
    digest = hashlib.sha256()
    for name in sorted(os.listdir(folder)):
        if name.startswith("stances.db"):  # the order in which threads are done shows in it
            continue
        with open(os.path.join(folder, name), "rb") as file:
            digest.update(name.encode() + b"\0" + file.read())
    return digest.hexdigest()


def measure(command, output):
    """Wall seconds, CPU seconds, peak MiB of one run."""
    begin = time.monotonic()
    process = subprocess.Popen(command + ["-o", output], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.stderr.write(errors.decode(errors="replace"))
        sys.exit(2)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--rules", action="append", default=[])
    arguments = parser.parse_args()

    megabytes = size_of(arguments.folder) / 1e6
    print(f"{arguments.folder}: {megabytes:.2f} MB")
    print(f"{'threads':>7} {'best s':>8} {'median s':>9} {'CPU s':>7} {'peak MiB':>9} {'MB/s':>7}")
    digests = set()
    with tempfile.TemporaryDirectory() as scratch:
        base = [arguments.program, "build", arguments.folder, "--quiet"]
        for folder in arguments.rules:
            base += ["--rules", folder]
        measure(base, os.path.join(scratch, "warm"))
        for threads in arguments.threads.split(","):
            runs = []
            for run in range(arguments.runs):
                output = os.path.join(scratch, f"{threads}-{run}")
                runs.append(measure(base + ["--threads", threads], output))
                digests.add(digest_of(output))
            best = min(runs)
            median = statistics.median(wall for wall, _, _ in runs)
            peak = max(memory for _, _, memory in runs)
            print(f"{threads:>7} {best[0]:8.2f} {median:9.2f} {best[1]:7.2f} {peak:9.1f} {megabytes / best[0]:7.2f}")
    print("same bytes in all runs" if len(digests) == 1 else "DIFFERENT BYTES between runs")
    sys.exit(0 if len(digests) == 1 else 1)


if __name__ == "__main__":
    main()
