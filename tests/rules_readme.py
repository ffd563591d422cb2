#!/usr/bin/python3
"""Runs everything in rules/README.md, and the examples of rules/DIAGNOSTICS.md that need the whole program (SG13, SG14).

usage: rules_readme.py PROGRAM PROJECT_DIR [--update]

Blocks of the README are worked through in order in an empty folder in which rules/ is a copy of the project's.
  ```yaml FILE   a rule file, written to FILE; its examples must give what they say, together with the shipped rules
  ```yaml        the same for a part of a file, without its first line `stancegraph: 1`
  ```diff FILE   lines that begin with `+` are put into FILE behind the lines before them
  ```console     `$ command`, then what it prints (standard output, then standard error)
In the output, a line `…` stands for any lines and `…` in a line for any text. Line numbers of rule files and the counts
of `rules test` may differ, and what it says about the shipped rules is left out: those have a test of their own.
--update writes what the README's commands print where it differs. Exit code 1 where something is wrong.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

FENCE = "```"
SHIPPED = "rules"
DIAGNOSTIC = re.compile(r"((?P<file>\S+?)(:\d+:\d+)?: )?(error|warning|note)\[SG")


class Handbook:
    def __init__(self, program, project, folder):
        self.program, self.folder = os.path.abspath(program), folder
        self.shipped = os.path.realpath(os.path.join(project, SHIPPED))
        self.faults = []
        self.counts = {"yaml": 0, "diff": 0, "console": 0}
        shutil.copytree(self.shipped, os.path.join(folder, SHIPPED))
        programs = os.path.join(folder, ".programs")
        os.mkdir(programs)
        os.symlink(self.program, os.path.join(programs, "stancegraph"))
        self.environment = dict(os.environ, PATH=programs + os.pathsep + os.environ.get("PATH", ""))

    def run(self, command):
        done = subprocess.run(["/bin/sh", "-c", command], cwd=self.folder, env=self.environment, text=True,
                              encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return without_shipped((done.stdout + done.stderr).splitlines(), self.shipped)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def check_yaml(self, place, name, lines):
        """The block alone with the shipped rules, or with the other files of its folder where it is one of them."""
        folder = os.path.dirname(name) if name else f".block{place}"
        text = "\n".join(lines) + "\n"
        self.write(name or f"{folder}/block.yaml", text if name else "stancegraph: 1\n" + text)
        told = self.run(f"stancegraph rules test {folder}")
        if len(told) != 1 or " without an example" not in told[0]:
            self.faults.append(f"rules/README.md:{place}:\n" + "\n".join(told))

    def apply(self, place, name, lines):
        path = os.path.join(self.folder, name)
        with open(path, encoding="utf-8") as file:
            content = file.read().splitlines()
        before = []
        for line in lines:
            if not line.startswith("+"):
                before.append(line[1:])
                continue
            at = find_lines(content, before)
            if at is None:
                self.faults.append(f"rules/README.md:{place}: {name} has no such lines:\n" + "\n".join(before))
                return
            content.insert(at + len(before), line[1:])
            before.append(line[1:])
        self.write(name, "\n".join(content) + "\n")

    def check_console(self, place, lines):
        """The block with what its commands print, where that is not what it shows."""
        result = []
        for command, shown in commands_of(lines):
            told = self.run(command[2:])
            is_same = re.fullmatch(pattern_of(shown), "".join(masked(line) + "\n" for line in told)) is not None
            if not is_same:
                self.faults.append(f"rules/README.md:{place}: {command}\nprints\n" + "\n".join(told))
            result += [command] + (shown if is_same else told)
        return result


    def check_diagnostics(self, page):
        """The sections SG13xx and SG14xx: `rules test` says of "Wrong:" what "Says:" shows, and nothing of "Right:"."""
        checked = 0
        for section in re.split(r"^(?=#)", page, flags=re.MULTILINE):
            code = section[3:9]
            parts = dict(re.findall(r"^(Wrong|Says|Right):\n\n```\w+\n(.*?)^```", section, re.MULTILINE | re.DOTALL))
            if not re.fullmatch("SG1[34][0-9][0-9]", code) or not parts:
                continue
            checked += 1
            for part, wanted in (("Wrong", parts["Says"]), ("Right", "")):
                self.write(f"{code}/my.yaml", parts[part])
                told = "".join(line + "\n" for line in self.run(f"cd {code} && stancegraph rules test my.yaml")[:-1])
                if told != wanted:
                    self.faults.append(f"rules/DIAGNOSTICS.md: {code}, {part}:\n{told}")
        if checked < 5:
            self.faults.append("rules/DIAGNOSTICS.md has no examples of SG13 and SG14")


def without_shipped(lines, shipped):
    kept, is_shipped = [], False
    for line in lines:
        found = DIAGNOSTIC.match(line)
        if found:
            is_shipped = os.path.realpath(found["file"] or "").startswith(shipped + os.sep)
        elif re.match(r"\d+ examples? of ", line):
            is_shipped = False
        if not is_shipped:
            kept.append(line)
    return kept


def find_lines(content, wanted):
    for at in range(len(content) - len(wanted) + 1):
        if content[at:at + len(wanted)] == wanted:
            return at
    return None


def commands_of(lines):
    found = []
    for line in lines:
        if line.startswith("$ "):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
    return found


def masked(line):
    line = re.sub(r"\.yaml:\d+", ".yaml:N", line.rstrip())
    return re.sub(r"\d+", "N", line) if re.match(r"\d+ examples? of ", line) else line


def pattern_of(shown):
    parts = []
    for line in shown:
        if line.strip() == "…":
            parts.append(r"(.*\n)*?")
        else:
            parts.append(".*?".join(re.escape(piece) for piece in masked(line).split("…")) + r"\n")
    return "".join(parts)


def worked_through(lines, handbook):
    """The page, with what its commands print now."""
    result, at = [], 0
    while at < len(lines):
        line = lines[at]
        result.append(line)
        at += 1
        if not line.startswith(FENCE):
            continue
        end = lines.index(FENCE, at)
        kind, _, name = line[len(FENCE):].partition(" ")
        block = lines[at:end]
        if kind in handbook.counts:
            handbook.counts[kind] += 1
        if kind == "yaml":
            handbook.check_yaml(at, name, block)
        elif kind == "diff":
            handbook.apply(at, name, block)
        elif kind == "console":
            block = handbook.check_console(at, block)
        result += block + [FENCE]
        at = end + 1
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("project")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    path = os.path.join(arguments.project, SHIPPED, "README.md")
    with open(path, encoding="utf-8") as file:
        before = file.read().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        handbook = Handbook(arguments.program, arguments.project, folder)
        after = worked_through(before, handbook)
        with open(os.path.join(arguments.project, SHIPPED, "DIAGNOSTICS.md"), encoding="utf-8") as file:
            handbook.check_diagnostics(file.read())
    if handbook.counts["yaml"] < 5 or handbook.counts["console"] < 5:
        sys.exit("rules/README.md has no examples")
    if arguments.update and before != after:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(after) + "\n")
    if handbook.faults:
        sys.exit("\n\n".join(handbook.faults))


if __name__ == "__main__":
    main()
