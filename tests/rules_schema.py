#!/usr/bin/python3
"""Checks rule files against the JSON Schema that `stancegraph rules schema` prints, with Debian's python3-jsonschema.

usage: rules_schema.py PROGRAM PROJECT_DIR

All rule files of the project must be valid, and the good examples of rules/DIAGNOSTICS.md; the bad examples of mistakes
that a schema can see must not be. YAML is read as editors read it (1.2: `no` and dates are texts). Exit code 1 where
something is wrong.
"""
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import yaml

FOLDERS = ["rules", "corpus/harbour/rules", "tests/golden/rules"]
# Mistakes in the shape of a file: unknown keys, values of another kind, what is required and missing.
SEEN_BY_SCHEMA = ["SG1013", "SG1022", "SG1023", "SG1025", "SG1030"]


class Loader(yaml.SafeLoader):
    """YAML 1.2, core schema: numbers, true and false; everything else is a text."""
    yaml_implicit_resolvers = {}


Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), "tf")
Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(~|null|)$"), ["~", "n", ""])
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), "-+0123456789")
Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?([0-9]*\.[0-9]+|[0-9]+\.?)(e[-+]?[0-9]+)?$"),
                             "-+.0123456789")


def faults(validator, text):
    content = yaml.load(text, Loader)
    return [f"{'/'.join(str(part) for part in error.path)}: {error.message}" for error in validator.iter_errors(content)]


def main():
    program, project = sys.argv[1], Path(sys.argv[2])
    schema = yaml.safe_load(subprocess.run([program, "rules", "schema"], check=True, stdout=subprocess.PIPE).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong = []
    files = [file for folder in FOLDERS for file in sorted((project / folder).rglob("*.yaml"))]
    for file in files:
        wrong += [f"{file}: {fault}" for fault in faults(validator, file.read_text("utf-8"))]
        first = file.read_text("utf-8").splitlines()[0]
        if file.parent.name == "rules" and file.parent.parent == project and first != "# yaml-language-server: $schema=./rules.schema.json":
            wrong.append(f"{file}: the first line does not name the schema")
    page = (project / "rules/DIAGNOSTICS.md").read_text("utf-8")
    bad = set()
    for section in re.split(r"^(?=#)", page, flags=re.MULTILINE):
        code = section[3:9]
        parts = dict(re.findall(r"^(Wrong|Right):\n\n```yaml\n(.*?)^```", section, re.MULTILINE | re.DOTALL))
        if "Right" in parts:
            wrong += [f"DIAGNOSTICS.md {code}: {fault}" for fault in faults(validator, parts["Right"])]
        if code in SEEN_BY_SCHEMA:
            bad.add(code)
            if not faults(validator, parts["Wrong"]):
                wrong.append(f"DIAGNOSTICS.md {code}: the schema has nothing against the bad example")
    if len(files) < 10 or bad != set(SEEN_BY_SCHEMA):
        wrong.append("there are not the files to check that there should be")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
