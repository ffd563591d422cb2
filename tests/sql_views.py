#!/usr/bin/env python3
"""Compares the views of a project file with what the program answers, read-only as Datasette does.

sql_views.py PROGRAM PROJECT_FOLDER

The views know actors by the names of single articles, the program joins them; so the rows of an actor of
several names are added up, and of the others every count is compared.
"""
import collections
import json
import pathlib
import sqlite3
import subprocess
import sys

program, project = sys.argv[1], pathlib.Path(sys.argv[2])
connection = sqlite3.connect(f"file:{project / 'stances.db'}?mode=ro&immutable=1", uri=True)
connection.row_factory = sqlite3.Row


def answer(*arguments):
    done = subprocess.run([program, *arguments, "-p", str(project), "-f", "json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{arguments}: {done.stderr}")
    return json.loads(done.stdout)


def folded(name):
    return " ".join(name.lower().replace("’", "'").split())


def rows_of(sql, key):
    """The rows by what `key` says of each."""
    rows = collections.defaultdict(list)
    for row in connection.execute(sql):
        rows[key(row)].append(dict(row))
    return rows


def check(what, rows, expected, counts):
    if len(rows) == 1:
        given = {count: rows[0][count] or "" for count in counts}
        wanted = {count: expected.get(count) or "" for count in counts}
    else:  # several names: documents and stories may be the same ones
        given = {"claims": sum(row["claims"] for row in rows)}
        wanted = {"claims": expected["claims"]}
    if given != wanted:
        sys.exit(f"{what}: the view has {given}, the program {wanted}")
    return len(rows) == 1


COUNTS = ["claims", "documents", "stories", "outlets", "first", "last"]
names = collections.defaultdict(set)  # of each actor by name all names that articles have
for actor in answer("actors", "list"):
    names[actor["actor"]] |= {folded(name) for name in [actor["actor"], *actor["aliases"].split("; ")]}

edges = rows_of("SELECT * FROM edges WHERE scope = ''",
                lambda row: (folded(row["actor"]), row["stance"], folded(row["subject"])))
anonymous = {folded(row["actor"]) for row in connection.execute("SELECT actor FROM actors WHERE scope <> ''")}
compared = whole = 0
for edge in answer("query"):
    if folded(edge["actor"]) in anonymous:
        continue
    rows = [row for name in sorted(names[edge["actor"]])
            for row in edges.get((name, edge["stance"], folded(edge["subject"])), [])]
    compared += 1
    whole += check(f"{edge['actor']} -> {edge['stance']} -> {edge['subject']}", rows, edge, COUNTS)
if compared < 100 or whole < 0.9 * compared:
    sys.exit(f"only {whole} of {compared} edges could be compared in full")

subjects = rows_of("SELECT * FROM subjects", lambda row: folded(row["subject"]))
for row in answer("query", "--by", "subject"):
    # the view also counts claims without a speaker, which are on no edge
    view = subjects[folded(row["subject"])]
    if sum(subject["claims"] for subject in view) < row["claims"]:
        sys.exit(f"{row['subject']}: fewer claims in the view than on edges")

stories = rows_of("SELECT * FROM stories", lambda row: row["story"])
for row in answer("query", "--by", "story"):
    if row["story"] not in stories or stories[row["story"]][0]["documents"] < row["documents"]:
        sys.exit(f"{row['story']}: not a story of the view, or one with fewer documents")
