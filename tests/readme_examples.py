#!/usr/bin/python3
"""Runs the commands in the ```console blocks of the README and compares what they print.

usage: readme_examples.py PROGRAM PROJECT_DIR [--update]

A line `$ stancegraph …` is a command, the lines up to the next one (or the end of the block) are its standard output.
Commands run one after the other in an empty folder in which corpus/ and rules/ are the project's. --update writes
what the commands print into the README. Exit code 1 where something differs or a command fails.
"""
import argparse
import difflib
import os
import shlex
import subprocess
import sys
import tempfile

FENCE = "```"


def run(program, command, folder):
    words = shlex.split(command)
    done = subprocess.run([program] + words[1:], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"$ {command}\nexit code {done.returncode}\n{done.stderr}")
    return done.stdout.splitlines()


def rewritten(lines, program, folder):
    """The README with what the commands of its console blocks print now."""
    result = []
    is_console = is_output = False
    for line in lines:
        if is_console and line.startswith(FENCE):
            is_console = is_output = False
        elif line.startswith(FENCE + "console"):
            is_console = True
        elif is_console and line.startswith("$ stancegraph "):
            result.append(line)
            result += run(program, line[2:], folder)
            is_output = True
            continue
        elif is_output:
            continue
        result.append(line)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("project")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    path = os.path.join(arguments.project, "README.md")
    with open(path, encoding="utf-8") as file:
        before = file.read().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("corpus", "rules"):
            os.symlink(os.path.abspath(os.path.join(arguments.project, name)), os.path.join(folder, name))
        after = rewritten(before, os.path.abspath(arguments.program), folder)
    if not any(line.startswith("$ stancegraph ") for line in after):
        sys.exit("the README has no example")
    if arguments.update:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(after) + "\n")
    elif before != after:
        print("\n".join(difflib.unified_diff(before, after, "README.md", "what the program prints", lineterm="")))
        sys.exit("the README's example is out of date: tests/readme_examples.py PROGRAM . --update")


if __name__ == "__main__":
    main()
