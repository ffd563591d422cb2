#!/usr/bin/python3
"""Kills `stancegraph build` at random moments and lets the next build go on; two builds run at once.

usage: build_kills.py PROGRAM SOURCE [--kills N]

The project must hold in the end what a build without any trouble gives, byte for byte, and every exported file is the old
or the new one at any time. Exit code 1 where it does not.
"""
import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

FILES = ("claims.jsonl", "attributions.jsonl", "graph.gexf", "graph.graphml", "graph.dot", "report.html")


def write_articles(source, target, copies):
    for where, _, names in os.walk(os.path.join(source, "corpus")):
        for name in names:
            if name.endswith(".txt") and not name.startswith("README"):
                for copy in range(copies):
                    folder = os.path.join(target, str(copy))
                    os.makedirs(folder, exist_ok=True)
                    shutil.copy(os.path.join(where, name), folder)


def bytes_of(project):
    return {name: open(os.path.join(project, name), "rb").read() for name in FILES}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--kills", type=int, default=8)
    arguments = parser.parse_args()
    random.seed(3)
    with tempfile.TemporaryDirectory() as scratch:
        articles = os.path.join(scratch, "articles")
        write_articles(arguments.source, articles, 40)
        project, fresh = os.path.join(scratch, "killed"), os.path.join(scratch, "fresh")

        def build(folder):
            return subprocess.Popen([arguments.program, "build", articles, "-o", folder, "-q"], stderr=subprocess.PIPE)

        begin = time.monotonic()
        if build(fresh).wait() != 0:
            sys.exit("the first build failed")
        whole = time.monotonic() - begin
        for kill in range(arguments.kills):
            process = build(project)
            time.sleep(random.random() * whole * (1.2 if kill % 3 else 0.2))
            process.kill()
            process.wait()
        both = [build(project), build(project)]
        for process in both:
            _, errors = process.communicate()
            if process.returncode != 0:
                sys.exit(f"a build after the kills ended with {process.returncode}:\n{errors.decode()}")
        if bytes_of(project) != bytes_of(fresh):
            sys.exit("what was built in pieces differs from what was built at once")
        left = [name for name in os.listdir(project) if name not in os.listdir(fresh)]
        print(f"{arguments.kills} kills; the same bytes in the end; left behind: {left or 'nothing'}")


if __name__ == "__main__":
    main()
