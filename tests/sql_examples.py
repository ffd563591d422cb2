#!/usr/bin/env python3
"""Runs the SQL examples of core/store/README.md on a project and compares what they give with the page.

sql_examples.py PROJECT_FILE PAGE [--update]
"""
import re
import sqlite3
import sys

project, page = sys.argv[1], sys.argv[2]
connection = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
text = open(page, encoding="utf-8").read()
example = re.compile(r"```sql\n(.*?)```\n(?:\n```text\n.*?```\n)?", re.S)


def shown(sql):
    cursor = connection.execute(sql)
    lines = [" | ".join(column[0] for column in cursor.description)]
    lines += [" | ".join("" if cell is None else str(cell) for cell in row) for row in cursor]
    return f"```sql\n{sql}```\n\n```text\n" + "\n".join(lines) + "\n```\n"


count = len(example.findall(text))
found = example.sub(lambda match: shown(match.group(1)), text)
if "--update" in sys.argv:
    open(page, "w", encoding="utf-8").write(found)
elif found != text:
    sys.exit(f"{page}: an example gives something else now; see --update")
if count < 5:
    sys.exit(f"{page}: only {count} examples")
for view in ["claims", "sources", "stories", "edges", "actors", "subjects"]:
    if f"`{view}`" not in text:
        sys.exit(f"{page} does not name the view {view}")
    connection.execute(f"SELECT * FROM {view}").fetchall()
